import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causalMask,
  multiHeadAttention,
  type MultiHeadAttentionWeights,
  scaledDotProductAttention,
  scaledDotProductAttentionBackward,
} from '../../src/kernels/attention.ts';
import {
  createMatrix,
  type Matrix,
  permuteRows,
  rowOf,
  sliceColumns,
} from '../../src/kernels/matrix.ts';
import { entropy } from '../../src/kernels/softmax.ts';
import { matrix, numbers, permutation } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

/** Query i of 5 may look at keys 0 … i of 6. */
const lowerTriangle = sliceColumns(causalMask(6), 0, 6);
const goldenMask = createMatrix(5, 6, lowerTriangle.data.slice(0, 30));

function inputsOf(name: string) {
  const golden = new GoldenCase('attention', name);
  const options = name === 'masked' ? { mask: goldenMask, temperature: 0.5 } : {};
  return {
    golden,
    q: golden.matrix('q'),
    k: golden.matrix('k'),
    v: golden.matrix('v'),
    upstream: golden.matrix('outputGradient'),
    options,
  };
}

function rowSum(values: Matrix, row: number): number {
  return rowOf(values, row).reduce((a, b) => a + b, 0);
}

describe('scaledDotProductAttention', () => {
  it.each(['plain', 'masked'])('equals PyTorch, forward and backward (%s)', (name) => {
    const { golden, q, k, v, upstream, options } = inputsOf(name);
    const result = scaledDotProductAttention(q, k, v, options);
    if (name === 'plain') golden.expect('scores', result.scores);
    golden.expect('weights', result.weights);
    golden.expect('output', result.output);
    const gradient = scaledDotProductAttentionBackward(q, k, v, upstream, options);
    golden.expect('gradient:q', gradient.queries);
    golden.expect('gradient:k', gradient.keys);
    golden.expect('gradient:v', gradient.values);
  });

  it.each(['plain', 'masked'])('has the gradients that finite differences measure (%s)', (name) => {
    const { q, k, v, upstream, options } = inputsOf(name);
    const gradient = scaledDotProductAttentionBackward(q, k, v, upstream, options);
    const loss = () =>
      weightedSum(scaledDotProductAttention(q, k, v, options).output.data, upstream.data);
    const tolerance = FINITE_DIFFERENCE_TOLERANCE;
    expectClose(gradient.queries.data, finiteDifferences(q.data, loss), 'q', tolerance);
    expectClose(gradient.keys.data, finiteDifferences(k.data, loss), 'k', tolerance);
    expectClose(gradient.values.data, finiteDifferences(v.data, loss), 'v', tolerance);
  });

  it('rows sum to 1, and an output lies between the values it mixes', () => {
    fc.assert(
      fc.property(matrix(3, 4), matrix(5, 4), matrix(5, 1), (q, k, v) => {
        const { weights, output } = scaledDotProductAttention(q, k, v);
        for (let row = 0; row < 3; row++) expectClose([rowSum(weights, row)], [1]);
        output.data.forEach((value) => {
          expect(value).toBeLessThanOrEqual(Math.max(...v.data) + 1e-5);
          expect(value).toBeGreaterThanOrEqual(Math.min(...v.data) - 1e-5);
        });
      }),
    );
  });

  it('ignores masked keys altogether', () => {
    fc.assert(
      fc.property(matrix(4, 3), matrix(4, 3), matrix(4, 2), numbers(3, 9), (q, k, v, other) => {
        const options = { mask: causalMask(4) };
        const before = scaledDotProductAttention(q, k, v, options);
        k.data.set(other, 9); // the last key, which only the last query may see
        const after = scaledDotProductAttention(q, k, v, options);
        expect(after.output.data.slice(0, 6)).toEqual(before.output.data.slice(0, 6));
        expect([...before.weights.data.subarray(0, 4)]).toEqual([1, 0, 0, 0]);
        expect(before.scores.data[1]).toBe(-Infinity);
      }),
    );
  });

  it('grows sharper as the temperature falls', () => {
    fc.assert(
      fc.property(matrix(1, 3), matrix(4, 3), matrix(4, 2), (q, k, v) => {
        const entropyAt = (temperature: number) =>
          entropy(scaledDotProductAttention(q, k, v, { temperature }).weights.data);
        expect(entropyAt(0.5)).toBeLessThanOrEqual(entropyAt(1) + 1e-6);
        expect(entropyAt(1)).toBeLessThanOrEqual(entropyAt(1000) + 1e-6);
        expect(entropyAt(1e6)).toBeCloseTo(Math.log(4), 4);
      }),
    );
  });

  it('says what is wrong', () => {
    const x = createMatrix(2, 3);
    const attend = scaledDotProductAttention;
    expect(() => attend(x, createMatrix(2, 4), x)).toThrow('keys must be 2×3, got 2×4');
    expect(() => attend(x, x, x, { temperature: 0 })).toThrow('must be positive, got 0');
    expect(() => attend(x, x, x, { mask: createMatrix(2, 3) })).toThrow(
      'mask must be 2×2, got 2×3',
    );
    const mask = createMatrix(2, 2, Float32Array.of(1, 0, 0, 0));
    expect(() => attend(x, x, x, { mask })).toThrow('hides every key from query 1');
  });
});

describe('multiHeadAttention', () => {
  const linear = (width: number) =>
    fc.record({ weight: matrix(width, width, 1), bias: numbers(width, 1) });
  const weights: fc.Arbitrary<MultiHeadAttentionWeights> = fc.record({
    queries: linear(6),
    keys: linear(6),
    values: linear(6),
    output: linear(6),
  });

  it('equals PyTorch', () => {
    const golden = new GoldenCase('attention', 'multiHead');
    const result = multiHeadAttention(
      golden.matrix('x'),
      {
        queries: golden.linear('queries'),
        keys: golden.linear('keys'),
        values: golden.linear('values'),
        output: golden.linear('output'),
      },
      3,
    );
    const joined = result.heads.flatMap((head) => [...head.weights.data]);
    golden.expect('weights', Float32Array.from(joined));
    golden.expect('result', result.output);
  });

  it('without position is equivariant to a permutation of the tokens', () => {
    fc.assert(
      fc.property(matrix(5, 6), weights, permutation(5), (x, w, order) => {
        const permutedFirst = multiHeadAttention(permuteRows(x, order), w, 3);
        const original = multiHeadAttention(x, w, 3);
        expectClose(
          permutedFirst.output.data,
          permuteRows(original.output, order).data,
          'output',
          1e-4,
        );
      }),
    );
  });

  it('with a position added to each place is not', () => {
    const x = new GoldenCase('attention', 'multiHead').matrix('x');
    const w = fc.sample(weights, { numRuns: 1, seed: 1 })[0];
    const positions = createMatrix(
      5,
      6,
      Float32Array.from({ length: 30 }, (_, index) => index / 30),
    );
    const withPosition = (tokens: Matrix) =>
      createMatrix(
        5,
        6,
        tokens.data.map((value, index) => value + positions.data[index]),
      );
    const order = [4, 3, 2, 1, 0];
    const permutedFirst = multiHeadAttention(withPosition(permuteRows(x, order)), w, 3).output;
    const permutedLast = permuteRows(multiHeadAttention(withPosition(x), w, 3).output, order);
    const difference = permutedFirst.data.map((value, index) =>
      Math.abs(value - permutedLast.data[index]),
    );
    expect(Math.max(...difference)).toBeGreaterThan(0.1);
  });

  it('head k attends in its own columns of Q, K and V', () => {
    fc.assert(
      fc.property(matrix(4, 6), weights, (x, w) => {
        const [whole] = multiHeadAttention(x, w, 1).heads;
        multiHeadAttention(x, w, 3).heads.forEach((head, k) => {
          expect(head.queries).toEqual(sliceColumns(whole.queries, 2 * k, 2 * k + 2));
          expect(head.keys).toEqual(sliceColumns(whole.keys, 2 * k, 2 * k + 2));
          expect(head.values).toEqual(sliceColumns(whole.values, 2 * k, 2 * k + 2));
          const alone = scaledDotProductAttention(head.queries, head.keys, head.values);
          expect(head.output).toEqual(alone.output);
        });
      }),
    );
  });

  it('refuses a number of heads that does not divide the width', () => {
    const w = fc.sample(weights, 1)[0];
    expect(() => multiHeadAttention(createMatrix(2, 6), w, 4)).toThrow(
      '4 heads do not divide a width of 6',
    );
  });
});
