import { createMatrix, type Matrix } from './matrix.ts';

/**
 * An image, channels last (HWC): pixel (row, column), channel c is
 * `data[(row * width + column) * channels + c]`. Values lie in [0, 1].
 */
export interface PixelImage {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** An image over `data` (not copied), or a black image. Throws a RangeError for a wrong length or an empty image. */
export function createImage(
  height: number,
  width: number,
  channels: number,
  data: Float32Array = new Float32Array(height * width * channels),
): PixelImage {
  if (height < 1 || width < 1 || channels < 1) {
    throw new RangeError(`an image needs at least one pixel, got ${height}×${width}×${channels}`);
  }
  if (data.length !== height * width * channels) {
    throw new RangeError(
      `a ${height}×${width}×${channels} image needs ${height * width * channels} numbers, got ${data.length}`,
    );
  }
  return { height, width, channels, data };
}

/** The pixels as rows, [HW × C]: position row · W + column. A view; nothing is copied. */
export function pixelsAsRows(image: PixelImage): Matrix {
  return createMatrix(image.height * image.width, image.channels, image.data);
}

/**
 * Resizes to height × width by area: a target pixel is the mean of the source
 * rectangle it covers, each source pixel weighted by the exact area of overlap.
 * Shrinking is therefore free of aliasing and keeps the mean of the image;
 * enlarging repeats pixels.
 */
export function resizeByArea(image: PixelImage, height: number, width: number): PixelImage {
  const result = createImage(height, width, image.channels);
  const rowOverlaps = overlaps(image.height, height);
  const columnOverlaps = overlaps(image.width, width);
  const { channels } = image;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const sums = new Float64Array(channels);
      for (const vertical of rowOverlaps[row]) {
        for (const horizontal of columnOverlaps[column]) {
          const weight = vertical.share * horizontal.share;
          const start = (vertical.index * image.width + horizontal.index) * channels;
          for (let c = 0; c < channels; c++) sums[c] += weight * image.data[start + c];
        }
      }
      result.data.set(sums, (row * width + column) * channels);
    }
  }
  return result;
}

interface Overlap {
  readonly index: number;
  /** The part of the target cell that lies in source cell `index`; the shares of a target cell sum to 1. */
  readonly share: number;
}

/** For each of `target` equal cells of an axis, the source cells that it covers. */
function overlaps(source: number, target: number): Overlap[][] {
  return Array.from({ length: target }, (_, cell) => {
    // In units of 1/target of a source cell, all borders are whole numbers: no rounding.
    const from = cell * source;
    const to = (cell + 1) * source;
    const covered: Overlap[] = [];
    for (let index = Math.floor(from / target); index * target < to; index++) {
      const length = Math.min(to, (index + 1) * target) - Math.max(from, index * target);
      covered.push({ index, share: length / source });
    }
    return covered;
  });
}

/**
 * One channel of luma, Y' = 0.299 R' + 0.587 G' + 0.114 B' (ITU-R BT.601), taken
 * on the gamma-encoded values as image libraries do. A one-channel image stays as it is.
 */
export function toGrayscale(image: PixelImage): PixelImage {
  if (image.channels === 1) return image;
  if (image.channels !== 3) {
    throw new RangeError(`grayscale needs 1 or 3 channels, got ${image.channels}`);
  }
  const gray = createImage(image.height, image.width, 1);
  for (let pixel = 0; pixel < gray.data.length; pixel++) {
    const [red, green, blue] = image.data.subarray(3 * pixel, 3 * pixel + 3);
    gray.data[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return gray;
}
