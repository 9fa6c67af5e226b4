import type { PixelImage } from './image.ts';
import { createMatrix, type Matrix } from './matrix.ts';

/**
 * What flows through a CNN, channels first (CHW, as in PyTorch): channel c at
 * (row, column) is `data[(c * height + row) * width + column]`.
 */
export interface FeatureMap {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** A feature map over `data` (not copied), or one of zeros. Throws a RangeError for a wrong length. */
export function createFeatureMap(
  channels: number,
  height: number,
  width: number,
  data: Float32Array = new Float32Array(channels * height * width),
): FeatureMap {
  if (data.length !== channels * height * width) {
    throw new RangeError(
      `a ${channels}×${height}×${width} feature map needs ${channels * height * width} numbers, got ${data.length}`,
    );
  }
  return { channels, height, width, data };
}

/** An image, channels last, as a feature map, channels first. */
export function featureMapFromImage(image: PixelImage): FeatureMap {
  const map = createFeatureMap(image.channels, image.height, image.width);
  const pixels = image.height * image.width;
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let c = 0; c < image.channels; c++) {
      map.data[c * pixels + pixel] = image.data[pixel * image.channels + c];
    }
  }
  return map;
}

/** One channel as a matrix [height × width], a view. */
export function channelOf(map: FeatureMap, channel: number): Matrix {
  const size = map.height * map.width;
  return createMatrix(
    map.height,
    map.width,
    map.data.subarray(channel * size, (channel + 1) * size),
  );
}

/** The map moved down by `rows` and right by `columns`; what leaves on one side enters on the other (torch.roll). */
export function rollFeatureMap(map: FeatureMap, rows: number, columns: number): FeatureMap {
  const rolled = createFeatureMap(map.channels, map.height, map.width);
  for (let c = 0; c < map.channels; c++) {
    for (let row = 0; row < map.height; row++) {
      for (let column = 0; column < map.width; column++) {
        const newRow = wrap(row + rows, map.height);
        const newColumn = wrap(column + columns, map.width);
        rolled.data[(c * map.height + newRow) * map.width + newColumn] =
          map.data[(c * map.height + row) * map.width + column];
      }
    }
  }
  return rolled;
}

/** index modulo size, in 0 … size − 1 also for a negative index. */
export function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
