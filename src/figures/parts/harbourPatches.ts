import { scenePixels } from '../../images/images.ts';
import { createMatrix, type Matrix } from '../../kernels/matrix.ts';

/** The harbour scene is cut into 3 × 3 patches in every figure. */
export const PATCHES_A_SIDE = 3;
export const PATCH_COUNT = PATCHES_A_SIDE ** 2;

/**
 * The mean colour of each of the harbour's patches, each channel shifted to mean 0 over the patches:
 * [9 × 3], a feature map small enough to be drawn and real enough to attend to.
 */
export function patchColours(): Matrix {
  const image = scenePixels('harbour');
  const sums = createMatrix(PATCH_COUNT, image.channels);
  const counts = new Float32Array(PATCH_COUNT);
  const part = (index: number, length: number) => Math.floor((index * PATCHES_A_SIDE) / length);
  for (let row = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++) {
      const patch = part(row, image.height) * PATCHES_A_SIDE + part(column, image.width);
      counts[patch] += 1;
      for (let channel = 0; channel < image.channels; channel++) {
        sums.data[patch * image.channels + channel] +=
          image.data[(row * image.width + column) * image.channels + channel];
      }
    }
  }
  const means = sums.data.map((sum, index) => sum / counts[Math.floor(index / image.channels)]);
  return createMatrix(PATCH_COUNT, image.channels, centred(means, image.channels));
}

function centred(means: Float32Array, channels: number): Float32Array {
  const centre = Array.from({ length: channels }, (_, channel) => {
    const values = means.filter((_value, index) => index % channels === channel);
    return values.reduce((a, b) => a + b, 0) / values.length;
  });
  return means.map((value, index) => value - centre[index % channels]);
}
