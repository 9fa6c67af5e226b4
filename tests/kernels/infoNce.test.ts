import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { infoNce, infoNceBackward } from '../../src/kernels/infoNce.ts';
import {
  createMatrix,
  identityMatrix,
  type Matrix,
  permuteRows,
  scale,
} from '../../src/kernels/matrix.ts';
import { randomMatrix } from '../../src/kernels/random.ts';
import { embeddings, permutation, temperature } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences } from './finiteDifference.ts';
import { GoldenCase } from './golden.ts';

/** N unit vectors in N dimensions, each pair of which has the cosine −1/(N−1). */
function simplex(count: number): Matrix {
  const centre = 1 / count;
  return {
    ...identityMatrix(count),
    data: identityMatrix(count).data.map((value) => value - centre),
  };
}

describe('infoNce', () => {
  const golden = new GoldenCase('info_nce', 'clip');
  const inputs = [
    golden.matrix('images'),
    golden.matrix('texts'),
    Math.exp(-golden.scalar('log_scale')),
  ] as const;

  it('equals PyTorch', () => {
    const result = infoNce(...inputs);
    golden.expect('logits', result.logits);
    golden.expect('textGivenImage', result.textGivenImage);
    golden.expect('imageGivenText', result.imageGivenText);
    golden.expect('loss', Float32Array.of(result.loss));
  });

  it('has PyTorch’s gradients for the embeddings before normalisation and for the scale', () => {
    const gradients = infoNceBackward(...inputs);
    const outer = golden.scalar('outputGradient');
    golden.expect('gradient:images', scale(gradients.images, outer));
    golden.expect('gradient:texts', scale(gradients.texts, outer));
    golden.expect('gradient:log_scale', Float32Array.of(gradients.logScale * outer));
  });

  it('has the gradient of finite differences, unit norm included', () => {
    fc.assert(
      fc.property(embeddings(), embeddings(), temperature, (images, texts, tau) => {
        const gradients = infoNceBackward(images, texts, tau);
        const loss = () => infoNce(images, texts, tau).loss;
        const tolerance = 5 * FINITE_DIFFERENCE_TOLERANCE;
        for (const side of ['images', 'texts'] as const) {
          const data = side === 'images' ? images.data : texts.data;
          finiteDifferences(data, loss).forEach((slope, index) =>
            expect(Math.abs(gradients[side].data[index] - slope)).toBeLessThan(
              tolerance * Math.max(1, 1 / tau ** 3),
            ),
          );
        }
      }),
    );
  });

  it('the gradient is at right angles to each embedding: length is not learned', () => {
    fc.assert(
      fc.property(embeddings(), embeddings(), temperature, (images, texts, tau) => {
        const gradient = infoNceBackward(images, texts, tau).images;
        for (let row = 0; row < 4; row++) {
          let product = 0;
          for (let k = 3 * row; k < 3 * row + 3; k++) product += gradient.data[k] * images.data[k];
          expect(product).toBeCloseTo(0, 5);
        }
      }),
    );
  });

  it('is ln N when all embeddings are the same', () => {
    for (const count of [2, 5, 64]) {
      for (const tau of [0.01, 0.07, 1]) {
        const same = createMatrix(count, 3, new Float32Array(3 * count).fill(0.37));
        expect(infoNce(same, same, tau).loss).toBeCloseTo(Math.log(count), 12);
      }
    }
  });

  it('is ln(1 + (N−1) e^(−1/τ)) for orthonormal pairs', () => {
    for (const [count, tau] of [
      [2, 1],
      [8, 0.5],
      [16, 0.2],
    ]) {
      const expected = Math.log1p((count - 1) * Math.exp(-1 / tau));
      expect(infoNce(identityMatrix(count), identityMatrix(count), tau).loss).toBeCloseTo(
        expected,
        12,
      );
    }
  });

  it('is ln(1 + (N−1) e^(−N/((N−1)τ))) for a simplex, where the gradient vanishes', () => {
    for (const [count, tau] of [
      [3, 1],
      [8, 0.5],
    ]) {
      const expected = Math.log1p((count - 1) * Math.exp(-count / ((count - 1) * tau)));
      const pairs = simplex(count);
      expect(infoNce(pairs, pairs, tau).loss).toBeCloseTo(expected, 6);
      infoNceBackward(pairs, pairs, tau).images.data.forEach((value) =>
        expect(value).toBeCloseTo(0, 6),
      );
    }
  });

  it('is about ln N + 1/(2dτ²) for random directions, not ln N', () => {
    const [count, width, tau] = [64, 512, 0.07];
    const loss = infoNce(randomMatrix(count, width, 1), randomMatrix(count, width, 2), tau).loss;
    expect(loss).toBeGreaterThan(Math.log(count) + 0.1);
    expect(Math.abs(loss - Math.log(count) - 1 / (2 * width * tau ** 2))).toBeLessThan(0.1);
  });

  it('does not care about the order of the pairs, nor which side is which', () => {
    fc.assert(
      fc.property(
        embeddings(),
        embeddings(),
        temperature,
        permutation(4),
        (images, texts, tau, order) => {
          const { loss } = infoNce(images, texts, tau);
          const permuted = infoNce(permuteRows(images, order), permuteRows(texts, order), tau);
          expect(permuted.loss).toBeCloseTo(loss, 10);
          expect(infoNce(texts, images, tau).loss).toBeCloseTo(loss, 10);
          expect(loss).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('the gradients of a row’s logits sum to the column term only: a shift of a row changes its own term not', () => {
    const { imageGivenText } = infoNce(...inputs);
    const { logits } = infoNceBackward(...inputs);
    for (let row = 0; row < 4; row++) {
      let [sum, columns] = [0, 0];
      for (let j = 0; j < 4; j++) {
        sum += logits.data[4 * row + j];
        columns += imageGivenText.data[4 * row + j];
      }
      expect(sum).toBeCloseTo((columns - 1) / 8, 6);
    }
  });

  it('refuses what has no answer', () => {
    const pairs = identityMatrix(2);
    expect(() => infoNce(pairs, pairs, 0)).toThrow('the temperature must be positive, got 0');
    expect(() => infoNce(pairs, createMatrix(2, 2), 1)).toThrow('embedding 0 is zero');
    expect(() => infoNce(pairs, createMatrix(3, 2), 1)).toThrow('texts must be 2×2, got 3×2');
  });
});
