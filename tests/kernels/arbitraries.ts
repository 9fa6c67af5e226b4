import fc from 'fast-check';
import { createFeatureMap, type FeatureMap } from '../../src/kernels/featureMap.ts';
import { createImage, type PixelImage } from '../../src/kernels/image.ts';
import { createMatrix, type Matrix } from '../../src/kernels/matrix.ts';

/** Numbers of the size of activations. */
export function numbers(length: number, largest = 2): fc.Arbitrary<Float32Array> {
  return fc.float32Array({
    min: -largest,
    max: largest,
    noNaN: true,
    minLength: length,
    maxLength: length,
  });
}

export function matrix(rows: number, columns: number, largest = 2): fc.Arbitrary<Matrix> {
  return numbers(rows * columns, largest).map((data) => createMatrix(rows, columns, data));
}

/** Embeddings [N × d] whose norms are well away from 0, where directions have no derivative. */
export const embeddings = (count = 4, width = 3): fc.Arbitrary<Matrix> =>
  matrix(count, width, 1).filter(({ data }) =>
    Array.from({ length: count }, (_, row) =>
      Math.hypot(...data.subarray(row * width, (row + 1) * width)),
    ).every((norm) => norm > 0.5),
  );

/** The τ of a contrastive loss. */
export const temperature = fc.double({ min: 0.3, max: 2, noNaN: true });

export function featureMap(
  channels: number,
  height: number,
  width: number,
): fc.Arbitrary<FeatureMap> {
  return numbers(channels * height * width).map((data) =>
    createFeatureMap(channels, height, width, data),
  );
}

/** Values of an image lie in [0, 1]. */
export function image(height: number, width: number, channels: number): fc.Arbitrary<PixelImage> {
  return numbers(height * width * channels, 1).map((data) =>
    createImage(height, width, channels, data.map(Math.abs)),
  );
}

/** An order of 0 … size − 1. */
export function permutation(size: number): fc.Arbitrary<number[]> {
  const indices = Array.from({ length: size }, (_, index) => index);
  return fc.shuffledSubarray(indices, { minLength: size });
}
