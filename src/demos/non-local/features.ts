import { type PixelImage, resizeByArea, toGrayscale } from '../../kernels/image.ts';
import { createMatrix, type Matrix } from '../../kernels/matrix.ts';

/** Red, green, blue; local contrast; the brightness's gradient to the right and down. */
export const CHANNELS = 6;
export const COLOURS = 3;

/** No feature lies further from the mean than this many standard deviations. */
export const LIMIT = 5;

/** The local features of an image, and the way back to colours. */
export interface LocalFeatures {
  /** x [N × 6]: each channel with mean 0 and variance 1, limited to ±5, over √6. */
  x: Matrix;
  mean: number[];
  deviation: number[];
}

/** Describes each of grid × grid positions by its own neighbourhood: what a first convolution could give. */
export function localFeatures(image: PixelImage, grid: number): LocalFeatures {
  const raw = describe(resizeByArea(image, grid, grid)); // [N × 6]
  const x = createMatrix(raw.rows, CHANNELS);
  const mean: number[] = [];
  const deviation: number[] = [];
  for (let channel = 0; channel < CHANNELS; channel++) {
    const values = Array.from({ length: raw.rows }, (_, i) => raw.data[i * CHANNELS + channel]);
    mean[channel] = values.reduce((sum, value) => sum + value, 0) / raw.rows;
    const variance =
      values.reduce((sum, value) => sum + (value - mean[channel]) ** 2, 0) / raw.rows;
    deviation[channel] = Math.sqrt(variance + 1e-6); // an image of one colour has no variance
    values.forEach((value, i) => {
      const standardised = (value - mean[channel]) / deviation[channel];
      const limited = Math.min(LIMIT, Math.max(-LIMIT, standardised));
      x.data[i * CHANNELS + channel] = limited / Math.sqrt(CHANNELS);
    });
  }
  return { x, mean, deviation };
}

/** The colour, in [0, 1], that three standardised colour channels stand for. */
export const toColour = (values: ArrayLike<number>, { mean, deviation }: LocalFeatures): number[] =>
  Array.from({ length: COLOURS }, (_, channel) => {
    const value = values[channel] * Math.sqrt(CHANNELS) * deviation[channel] + mean[channel];
    return Math.min(1, Math.max(0, value));
  });

function describe(image: PixelImage): Matrix {
  const { height, width } = image;
  const grey = toGrayscale(image).data;
  const inside = (index: number, length: number) => Math.min(length - 1, Math.max(0, index));
  const features = createMatrix(height * width, CHANNELS);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (down: number, right: number) =>
        grey[inside(row + down, height) * width + inside(column + right, width)];
      const index = row * width + column;
      features.data.set(
        image.data.subarray(index * COLOURS, (index + 1) * COLOURS),
        index * CHANNELS,
      );
      features.data.set(
        [contrast(at), (at(0, 1) - at(0, -1)) / 2, (at(1, 0) - at(-1, 0)) / 2],
        index * CHANNELS + COLOURS,
      );
    }
  }
  return features;
}

/** The standard deviation of the brightness in a 3 × 3 neighbourhood. */
function contrast(at: (down: number, right: number) => number): number {
  const values = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => at(down, right)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
