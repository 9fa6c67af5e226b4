import { expect, test } from 'vitest';
import { decimal } from '../../src/ui/numberText.ts';

test.each([
  [-1.25, 2, '−1.25'],
  [1.25, 2, '1.25'],
  [-0.004, 2, '0.00'], // no minus before zero
  [-0, 0, '0'],
])('%f in %i places is %s', (value, digits, text) => {
  expect(decimal(value, digits)).toBe(text);
});
