import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axesFor, ticks } from '../../src/ui/chart.ts';

const maxima = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

test('the loss axis holds its largest value and ends at a tick', () => {
  fc.assert(
    fc.property(maxima, (largest) => {
      const { yMaximum } = axesFor(1, largest);
      expect(yMaximum).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
      const last = ticks(yMaximum).at(-1)!;
      expect(last.percent).toBeCloseTo(100, 6);
      expect(last.value).toBe(yMaximum);
    }),
  );
});

test('there are from three to six ticks, however large the numbers', () => {
  fc.assert(
    fc.property(maxima, (largest) => {
      const count = ticks(axesFor(1, largest).yMaximum).length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(6);
    }),
  );
});

test('the axis of a run without losses yet has numbers', () => {
  expect(axesFor(0, 0)).toEqual({ xMaximum: 1, yMaximum: 1 });
});
