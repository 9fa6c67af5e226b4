import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapMatrix, rowOf } from '../../src/kernels/matrix.ts';
import { entropy, softmax, softmaxRows, softmaxRowsBackward } from '../../src/kernels/softmax.ts';
import { matrix, numbers } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('softmax', () => {
  const plain = new GoldenCase('softmax', 'plain');

  it('equals PyTorch, forward and backward', () => {
    const weights = softmaxRows(plain.matrix('x'));
    plain.expect('output', weights);
    plain.expect('gradient:x', softmaxRowsBackward(weights, plain.matrix('outputGradient')));
  });

  it('equals PyTorch at another temperature', () => {
    const sharp = new GoldenCase('softmax', 'sharp');
    sharp.expect('output', softmaxRows(sharp.matrix('x'), 0.25));
  });

  it('has the gradient that finite differences measure', () => {
    const x = mapMatrix(plain.matrix('x'), (value) => value / 4);
    const upstream = plain.matrix('outputGradient');
    const measured = finiteDifferences(x.data, () =>
      weightedSum(softmaxRows(x).data, upstream.data),
    );
    const { data } = softmaxRowsBackward(softmaxRows(x), upstream);
    expectClose(data, measured, 'x', FINITE_DIFFERENCE_TOLERANCE);
  });

  it('is a distribution, unchanged by a shift, and keeps the order', () => {
    fc.assert(
      fc.property(matrix(2, 5, 50), fc.integer({ min: -64, max: 64 }), (x, shift) => {
        const weights = softmaxRows(x);
        for (let row = 0; row < 2; row++) {
          expectClose([rowOf(weights, row).reduce((a, b) => a + b, 0)], [1]);
          const [values, probabilities] = [rowOf(x, row), rowOf(weights, row)];
          expect(probabilities[values.indexOf(Math.max(...values))]).toBe(
            Math.max(...probabilities),
          );
        }
        const shifted = softmaxRows(mapMatrix(x, (value) => value + shift));
        expectClose(shifted.data, weights.data, 'shifted', 1e-4);
      }),
    );
  });

  it('does not overflow, and gives −Infinity nothing', () => {
    expect([...softmax(Float32Array.of(1e38, 1e38, -Infinity))]).toEqual([0.5, 0.5, 0]);
    expect([...softmax(Float32Array.of(-1e38, 1e38))]).toEqual([0, 1]);
  });

  it('refuses a temperature of 0 and a row without a finite value', () => {
    expect(() => softmax(Float32Array.of(1), 0)).toThrow('temperature must be positive, got 0');
    expect(() => softmax(Float32Array.of(-Infinity))).toThrow('finite largest value');
    expect(() => softmax(Float32Array.of(NaN))).toThrow('finite largest value, got NaN');
  });
});

describe('entropy', () => {
  it('equals PyTorch', () => {
    const golden = new GoldenCase('softmax', 'entropy');
    const weights = softmaxRows(golden.matrix('x'));
    golden.expect(
      'output',
      Float32Array.of(...[0, 1, 2].map((row) => entropy(rowOf(weights, row)))),
    );
  });

  it('is 0 for a certain choice and ln n for n equal ones, and grows with the temperature', () => {
    expect(entropy(Float32Array.of(0, 1, 0))).toBe(0);
    expect(entropy(new Float32Array(8).fill(1 / 8))).toBeCloseTo(Math.log(8), 12);
    fc.assert(
      fc.property(numbers(5), fc.double({ min: 0.1, max: 3, noNaN: true }), (x, temperature) => {
        const cooler = entropy(softmax(x, temperature));
        expect(entropy(softmax(x, 2 * temperature))).toBeGreaterThanOrEqual(cooler - 1e-6);
        expect(cooler).toBeLessThanOrEqual(Math.log(5) + 1e-6);
      }),
    );
  });
});
