import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../src/kernels/attention.ts';
import {
  createMatrix,
  type Matrix,
  matmul,
  permuteRows,
  rowOf,
  scale,
} from '../../src/kernels/matrix.ts';
import {
  nonLocalBlock,
  type NonLocalKind,
  type NonLocalWeights,
} from '../../src/kernels/nonLocal.ts';
import { matrix, numbers, permutation } from './arbitraries.ts';
import { expectClose, GoldenCase } from './golden.ts';

const KINDS: NonLocalKind[] = ['gaussian', 'embeddedGaussian', 'dotProduct', 'concatenation'];
const kind = fc.constantFrom(...KINDS);

const weights: fc.Arbitrary<NonLocalWeights> = fc.record({
  theta: matrix(4, 2, 1),
  phi: matrix(4, 2, 1),
  g: matrix(4, 2, 1),
  output: matrix(2, 4, 1),
  concatenation: numbers(4, 1),
});

function rowSums(values: Matrix): number[] {
  return Array.from({ length: values.rows }, (_, row) =>
    rowOf(values, row).reduce((a, b) => a + b, 0),
  );
}

describe('nonLocalBlock', () => {
  it.each(KINDS)('equals PyTorch (%s)', (name) => {
    const golden = new GoldenCase('non_local', name);
    const result = nonLocalBlock(
      golden.matrix('x'),
      {
        theta: golden.matrix('theta'),
        phi: golden.matrix('phi'),
        g: golden.matrix('g'),
        output: golden.matrix('w_z'),
        concatenation: golden.vector('w_f'),
      },
      name,
    );
    golden.expect('weights', result.weights);
    golden.expect('y', result.y);
    golden.expect('z', result.z);
  });

  it('embedded Gaussian is softmax attention with Q = θ, K = φ, V = g', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, (x, w) => {
        const block = nonLocalBlock(x, w, 'embeddedGaussian');
        // Attention divides by √d; the paper's block does not, so the queries are multiplied first.
        const queries = scale(matmul(x, w.theta), Math.sqrt(2));
        const attention = scaledDotProductAttention(queries, matmul(x, w.phi), matmul(x, w.g));
        expectClose(block.weights.data, attention.weights.data, 'weights', 1e-4);
        expectClose(block.y.data, attention.output.data, 'y', 1e-4);
      }),
    );
  });

  it('rows sum to 1 for the Gaussians', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, (x, w) => {
        expectClose(rowSums(nonLocalBlock(x, w, 'gaussian').weights), [1, 1, 1, 1, 1]);
        expectClose(rowSums(nonLocalBlock(x, w, 'embeddedGaussian').weights), [1, 1, 1, 1, 1]);
      }),
    );
  });

  it.each(['dotProduct', 'concatenation'] as const)('rows do not sum to 1 for %s', (name) => {
    const golden = new GoldenCase('non_local', name);
    rowSums(golden.matrix('weights')).forEach((sum) =>
      expect(Math.abs(sum - 1)).toBeGreaterThan(0.05),
    );
  });

  it('weights are the affinity divided by its sum, or by N', () => {
    fc.assert(
      fc.property(matrix(5, 4, 1), weights, kind, (x, w, name) => {
        const result = nonLocalBlock(x, w, name);
        const sums = rowSums(result.affinity);
        const divided = result.affinity.data.map((value, index) =>
          name.endsWith('aussian') ? value / sums[Math.floor(index / 5)] : value / 5,
        );
        expectClose(result.weights.data, divided);
      }),
    );
  });

  it('W_z = 0 leaves x as it is, bit by bit', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, kind, (x, w, name) => {
        const { z } = nonLocalBlock(x, { ...w, output: createMatrix(2, 4) }, name);
        z.data.forEach((value, index) => expect(value === x.data[index]).toBe(true));
      }),
    );
  });

  it('is equivariant to a permutation of the positions', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, kind, permutation(5), (x, w, name, order) => {
        const permutedFirst = nonLocalBlock(permuteRows(x, order), w, name).z;
        const permutedLast = permuteRows(nonLocalBlock(x, w, name).z, order);
        expectClose(permutedFirst.data, permutedLast.data);
      }),
    );
  });

  it('keeps finite weights where the affinity overflows', () => {
    const x = createMatrix(2, 1, Float32Array.of(20, 10));
    const one = createMatrix(1, 1, Float32Array.of(1));
    const w = { theta: one, phi: one, g: one, output: one, concatenation: Float32Array.of(1, 1) };
    const result = nonLocalBlock(x, w, 'gaussian');
    expect(result.affinity.data[0]).toBe(Infinity);
    expectClose(result.weights.data, [1, 0, 1, 0]);
  });

  it('refuses weights that do not fit', () => {
    const w = fc.sample(weights, 1)[0];
    const x = createMatrix(3, 4);
    expect(() => nonLocalBlock(x, { ...w, output: createMatrix(2, 3) }, 'gaussian')).toThrow(
      'W_z must be 2×4',
    );
    const short = { ...w, concatenation: new Float32Array(3) };
    expect(() => nonLocalBlock(x, short, 'concatenation')).toThrow('w_f needs 4 numbers, got 3');
  });
});
