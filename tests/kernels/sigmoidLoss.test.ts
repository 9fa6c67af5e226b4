import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMatrix,
  identityMatrix,
  type Matrix,
  permuteRows,
  rowOf,
  scale,
  transpose,
} from '../../src/kernels/matrix.ts';
import { sigmoidLoss, sigmoidLossBackward } from '../../src/kernels/sigmoidLoss.ts';
import { embeddings, permutation, temperature } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

const COUNT = 4;
const bias = fc.double({ min: -3, max: 3, noNaN: true });

/** Two sides of a batch, τ and b: the arguments of the loss. */
const batch = fc.tuple(embeddings(COUNT), embeddings(COUNT), temperature, bias);

describe('equals PyTorch', () => {
  const golden = new GoldenCase('sigmoid_loss', 'siglip');
  const inputs = [
    golden.matrix('images'),
    golden.matrix('texts'),
    Math.exp(-golden.scalar('log_scale')),
    golden.scalar('bias'),
  ] as const;

  it('in each pair’s probability and loss', () => {
    const { probabilities, pairLosses, loss } = sigmoidLoss(...inputs);
    golden.expect('probabilities', probabilities);
    golden.expect('pairLosses', pairLosses);
    golden.expect('loss', Float32Array.of(loss));
  });

  it('in the gradients for the embeddings before normalisation, the scale and the bias', () => {
    const gradients = sigmoidLossBackward(...inputs);
    const outer = golden.scalar('outputGradient');
    golden.expect('gradient:images', scale(gradients.images, outer));
    golden.expect('gradient:texts', scale(gradients.texts, outer));
    golden.expect('gradient:log_scale', Float32Array.of(gradients.logScale * outer));
    golden.expect('gradient:bias', Float32Array.of(gradients.bias * outer));
  });
});

describe('for any batch', () => {
  it('the gradient is that of finite differences, unit norm included', () => {
    fc.assert(
      fc.property(batch, ([images, texts, tau, b]) => {
        const gradients = sigmoidLossBackward(images, texts, tau, b);
        const loss = () => sigmoidLoss(images, texts, tau, b).loss;
        const tolerance = 5 * FINITE_DIFFERENCE_TOLERANCE * Math.max(1, 1 / tau ** 3);
        const expectSlopes = (side: Matrix, gradient: Matrix) =>
          finiteDifferences(side.data, loss).forEach((slope, index) =>
            expect(Math.abs(gradient.data[index] - slope)).toBeLessThan(tolerance),
          );
        expectSlopes(images, gradients.images);
        expectSlopes(texts, gradients.texts);
      }),
    );
  });

  it('for a logit it is the probability minus the target, over N', () => {
    fc.assert(
      fc.property(batch, (inputs) => {
        const { probabilities } = sigmoidLoss(...inputs);
        sigmoidLossBackward(...inputs).logits.data.forEach((gradient, index) => {
          const target = index % (COUNT + 1) === 0 ? 1 : 0;
          expect(gradient).toBeCloseTo((probabilities.data[index] - target) / COUNT, 6);
        });
      }),
    );
  });

  it('the loss and its gradient give the same loss', () => {
    fc.assert(
      fc.property(batch, (inputs) => {
        expect(sigmoidLossBackward(...inputs).loss).toBe(sigmoidLoss(...inputs).loss);
      }),
    );
  });

  it('images and texts change places: the matrix is transposed, the loss stays', () => {
    fc.assert(
      fc.property(batch, ([images, texts, tau, b]) => {
        const one = sigmoidLossBackward(images, texts, tau, b);
        const other = sigmoidLossBackward(texts, images, tau, b);
        expect(other.loss).toBeCloseTo(one.loss, 10);
        expect(other.logits).toEqual(transpose(one.logits));
        expect(other.images).toEqual(one.texts);
      }),
    );
  });

  it('the order of the pairs does not matter', () => {
    fc.assert(
      fc.property(batch, permutation(COUNT), ([images, texts, tau, b], order) => {
        const { loss } = sigmoidLoss(permuteRows(images, order), permuteRows(texts, order), tau, b);
        expect(loss).toBeCloseTo(sigmoidLoss(images, texts, tau, b).loss, 10);
      }),
    );
  });

  it('another text changes the terms and gradients of its own column, and no others', () => {
    fc.assert(
      fc.property(
        batch,
        fc.nat(COUNT - 1),
        embeddings(1),
        ([images, texts, tau, b], column, other) => {
          const changed = createMatrix(COUNT, 3, texts.data.slice());
          rowOf(changed, column).set(other.data);
          const elsewhere = (matrix: Matrix) =>
            matrix.data.filter((_, index) => index % COUNT !== column);
          const [before, after] = [texts, changed].map((side) => [
            sigmoidLoss(images, side, tau, b).pairLosses,
            sigmoidLossBackward(images, side, tau, b).logits,
          ]);
          expect(after.map(elsewhere)).toEqual(before.map(elsewhere));
        },
      ),
    );
  });
});

describe('known values', () => {
  it('N·ln 2 when every pair is undecided', () => {
    const orthogonal = identityMatrix(COUNT); // all cosines of others are 0, and own ones 1
    expect(sigmoidLoss(orthogonal, orthogonal, 1e9, 0).loss).toBeCloseTo(COUNT * Math.LN2, 6);
  });

  it('for equal embeddings the best bias answers 1/N, and has no gradient', () => {
    const same = createMatrix(COUNT, 3, new Float32Array(3 * COUNT).fill(0.37));
    const best = -Math.log(COUNT - 1) - 2; // τ = 0.5, so each cosine adds 2
    expect(sigmoidLoss(same, same, 0.5, best).probabilities.data[0]).toBeCloseTo(1 / COUNT, 6);
    expect(sigmoidLossBackward(same, same, 0.5, best).bias).toBeCloseTo(0, 10);
  });

  it('does not overflow', () => {
    const { loss } = sigmoidLoss(identityMatrix(2), identityMatrix(2), 0.001, 0);
    expectClose([loss], [Math.LN2], 'loss', 1e-6);
  });
});
