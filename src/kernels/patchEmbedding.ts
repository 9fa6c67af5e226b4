import { createImage, type PixelImage } from './image.ts';
import { addBias, createMatrix, matmul, type Matrix, requireShape } from './matrix.ts';

/** How an image falls into patches. */
export interface PatchGrid {
  /** H / P */
  readonly rows: number;
  /** W / P */
  readonly columns: number;
  /** N = HW / P² */
  readonly count: number;
  /** P²C */
  readonly patchLength: number;
}

/** The size of an image. */
export type ImageShape = Pick<PixelImage, 'height' | 'width' | 'channels'>;

/** The grid of P × P patches of an image. Throws a RangeError unless P divides height and width. */
export function patchGrid(shape: ImageShape, patchSize: number): PatchGrid {
  const { height, width, channels } = shape;
  if (!Number.isInteger(patchSize) || patchSize < 1) {
    throw new RangeError(`the patch size must be a positive whole number, got ${patchSize}`);
  }
  if (height % patchSize !== 0 || width % patchSize !== 0) {
    throw new RangeError(
      `an image of ${height}×${width} pixels does not divide into patches of ${patchSize}×${patchSize}`,
    );
  }
  const rows = height / patchSize;
  const columns = width / patchSize;
  return { rows, columns, count: rows * columns, patchLength: patchSize * patchSize * channels };
}

/**
 * Cuts an image into patches, row by row of the grid, each flattened into a row:
 * [H × W × C] → [N × P²C] (Dosovitskiy et al. 2021, arXiv 2010.11929, section 3.1).
 * Inside a patch the order is row, column, channel, as in the official JAX code;
 * PyTorch's Conv2d orders the weights channel, row, column.
 */
export function patchify(image: PixelImage, patchSize: number): Matrix {
  const { count, patchLength } = patchGrid(image, patchSize);
  const patches = createMatrix(count, patchLength);
  forEachPatchRow(image, patchSize, (imageStart, patchStart, length) => {
    patches.data.set(image.data.subarray(imageStart, imageStart + length), patchStart);
  });
  return patches;
}

/** Puts the patches together again, [N × P²C] → [H × W × C]: the inverse of patchify. */
export function unpatchify(patches: Matrix, shape: ImageShape, patchSize: number): PixelImage {
  const { count, patchLength } = patchGrid(shape, patchSize);
  requireShape('patches', patches, count, patchLength);
  const image = createImage(shape.height, shape.width, shape.channels);
  forEachPatchRow(image, patchSize, (imageStart, patchStart, length) => {
    image.data.set(patches.data.subarray(patchStart, patchStart + length), imageStart);
  });
  return image;
}

/** x_p E + b for each patch, [N × P²C] · [P²C × D] + [D] → [N × D]: the same as a convolution with kernel = stride = P. */
export function patchEmbed(patches: Matrix, projection: Matrix, bias: Float32Array): Matrix {
  return addBias(matmul(patches, projection), bias);
}

/** Visits each row of pixels of each patch: where it starts in the image and in the patches, and its length. */
function forEachPatchRow(
  image: ImageShape,
  patchSize: number,
  visit: (imageStart: number, patchStart: number, length: number) => void,
): void {
  const { columns, count, patchLength } = patchGrid(image, patchSize);
  const length = patchSize * image.channels;
  for (let patch = 0; patch < count; patch++) {
    const top = Math.floor(patch / columns) * patchSize;
    const left = (patch % columns) * patchSize;
    for (let row = 0; row < patchSize; row++) {
      const imageStart = ((top + row) * image.width + left) * image.channels;
      visit(imageStart, patch * patchLength + row * length, length);
    }
  }
}
