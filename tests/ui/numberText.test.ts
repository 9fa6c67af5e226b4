import { expect, test } from 'vitest';
import { decimal, percent, superscript, tiny } from '../../src/ui/numberText.ts';

test.each([
  [-1.25, 2, '−1.25'],
  [1.25, 2, '1.25'],
  [-0.004, 2, '0.00'], // no minus before zero
  [-0, 0, '0'],
])('%f in %i places is %s', (value, digits, text) => {
  expect(decimal(value, digits)).toBe(text);
});

test('a power of ten stands where three places would show nothing', () => {
  expect([0, 0.1234, 3.4e-8].map(tiny)).toEqual(['0', '0.123', '3·10⁻⁸']);
  expect([-12, 0, 7].map(superscript)).toEqual(['⁻¹²', '⁰', '⁷']);
});

test('a share that is small but there is not 0.0%', () => {
  expect([0, 0.0004, 0.0006, 1].map(percent)).toEqual(['0.0%', '<0.1%', '0.1%', '100.0%']);
});
