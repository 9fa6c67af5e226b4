import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, createMatrix, matmul, permuteRows, rowOf, scale } from '../../src/kernels/matrix.ts';
import { nonLocalBlock } from '../../src/kernels/nonLocal.ts';
import {
  saganAttention,
  saganAttentionBackward,
  type SaganWeights,
} from '../../src/kernels/saganAttention.ts';
import { matrix, permutation } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

const weights: fc.Arbitrary<SaganWeights> = fc.record({
  f: matrix(4, 2, 1),
  g: matrix(4, 2, 1),
  h: matrix(4, 2, 1),
  v: matrix(2, 4, 1),
});
const gamma = fc.double({ min: -2, max: 2, noNaN: true });

function caseOf(name: string) {
  const golden = new GoldenCase('sagan', name);
  const w = {
    f: golden.matrix('f'),
    g: golden.matrix('g'),
    h: golden.matrix('h'),
    v: golden.matrix('v'),
  };
  return { golden, x: golden.matrix('x'), w, upstream: golden.matrix('outputGradient') };
}

describe('saganAttention', () => {
  it.each([0, 0.75])('equals PyTorch, forward and backward, γ = %s', (value) => {
    const { golden, x, w, upstream } = caseOf(value === 0 ? 'gamma0.0' : 'gamma0.75');
    const result = saganAttention(x, w, value);
    golden.expect('weights', result.weights);
    golden.expect('output', result.output);
    const gradient = saganAttentionBackward(x, w, value, upstream);
    golden.expect('gradient:x', gradient.input);
    expectClose([gradient.gamma], [golden.scalar('gradient:gamma')]);
  });

  it('has the gradients that finite differences measure', () => {
    const { x, w, upstream } = caseOf('gamma0.75');
    const gradient = saganAttentionBackward(x, w, 0.75, upstream);
    const loss = (value: number) =>
      weightedSum(saganAttention(x, w, value).output.data, upstream.data);
    const measured = finiteDifferences(x.data, () => loss(0.75));
    expectClose(gradient.input.data, measured, 'x', FINITE_DIFFERENCE_TOLERANCE);
    const slope = (loss(0.875) - loss(0.625)) / 0.25;
    expectClose([gradient.gamma], [slope], 'gamma', FINITE_DIFFERENCE_TOLERANCE);
  });

  it('γ = 0 is the identity, bit by bit', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, (x, w) => {
        const { output } = saganAttention(x, w, 0);
        output.data.forEach((value, index) => expect(value === x.data[index]).toBe(true));
      }),
    );
  });

  it('β is normalised over the inputs i of each output j', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, gamma, (x, w, value) => {
        const { scores, weights: beta } = saganAttention(x, w, value);
        for (let j = 0; j < 5; j++) {
          expectClose([rowOf(beta, j).reduce((a, b) => a + b, 0)], [1]);
          const column = Array.from({ length: 5 }, (_, i) => Math.exp(scores.data[i * 5 + j]));
          const sum = column.reduce((a, b) => a + b, 0);
          expectClose(
            rowOf(beta, j),
            column.map((e) => e / sum),
            'β',
            1e-4,
          );
        }
      }),
    );
  });

  it('is the embedded Gaussian non-local block with θ = g, φ = f and γ on the residual', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, gamma, (x, w, value) => {
        const result = saganAttention(x, w, value);
        const block = nonLocalBlock(
          x,
          { theta: w.g, phi: w.f, g: w.h, output: w.v, concatenation: new Float32Array(4) },
          'embeddedGaussian',
        );
        expectClose(result.weights.data, block.weights.data);
        const gated = add(scale(matmul(block.y, w.v), value), x);
        expectClose(result.output.data, gated.data);
      }),
    );
  });

  it('is equivariant to a permutation of the positions', () => {
    fc.assert(
      fc.property(matrix(5, 4), weights, permutation(5), (x, w, order) => {
        const permutedFirst = saganAttention(permuteRows(x, order), w, 1).output;
        expectClose(permutedFirst.data, permuteRows(saganAttention(x, w, 1).output, order).data);
      }),
    );
  });

  it('refuses a gradient of another shape', () => {
    const { x, w } = caseOf('gamma0.75');
    expect(() => saganAttentionBackward(x, w, 1, createMatrix(6, 3))).toThrow(
      'must be 6×4, got 6×3',
    );
  });
});
