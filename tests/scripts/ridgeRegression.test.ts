import { describe, expect, it } from 'vitest';
import { ridgeRegression, type Samples } from '../../scripts/training/ridgeRegression.ts';
import { uniformSource } from '../../src/kernels/random.ts';

/** Points of a square, by the half that they lie in, or by a coin. */
function samples(count: number, seed: number, isCoin: boolean): Samples {
  const random = uniformSource(seed);
  const inputs = Array.from({ length: count }, () => [random(), random(), random()]);
  return { inputs, classes: inputs.map(([x]) => Number((isCoin ? random() : x) > 0.5)) };
}

describe('the linear probe', () => {
  it('reads what is linearly there', () => {
    const share = ridgeRegression(samples(400, 1, false), samples(400, 2, false), 2);
    expect(share).toBeGreaterThan(0.95);
  });

  it('guesses what is not', () => {
    const share = ridgeRegression(samples(400, 1, true), samples(400, 2, true), 2);
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
  });
});
