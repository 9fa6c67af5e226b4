import { describe, expect, it } from 'vitest';
import { measureScores } from '../../src/kernels/scoreScaling.ts';

describe('measureScores', () => {
  it.each([4, 16, 64, 256])(
    'q · k has deviation √d_h for d_h = %i, and 1 after scaling',
    (width) => {
      const unscaled = measureScores(width, false, 500, 1);
      const scaled = measureScores(width, true, 500, 1);
      expect(unscaled.deviation / Math.sqrt(width)).toBeCloseTo(1, 1);
      expect(unscaled.deviation / scaled.deviation).toBeCloseTo(Math.sqrt(width), 4);
    },
  );

  it('without scaling, wide heads give nearly all weight to one key', () => {
    expect(measureScores(256, false, 200, 1).largestWeight).toBeGreaterThan(0.9);
    expect(measureScores(256, true, 200, 1).largestWeight).toBeLessThan(0.5);
  });
});
