import { drawScene, SCENES, type Scene } from '../../images/scenes.ts';
import { createImage, pixelsAsRows, toGrayscale, type PixelImage } from '../../kernels/image.ts';
import { createMatrix, type Matrix, rowOf } from '../../kernels/matrix.ts';
import type { SaganWeights } from '../../kernels/saganAttention.ts';
import { BUTTERFLY } from './butterfly.ts';

/**
 * The stand-in for a generator. No GAN is trained here: the feature map is computed from a drawing
 * whose right half has its light and dark already but no colour yet, and f, g, h, v are set by hand.
 */
export const SIDE = 20;
export const LOCATION_COUNT = SIDE ** 2;

export const DRAWING_NAMES = ['butterfly', 'harbour'] as const;
export type DrawingName = (typeof DRAWING_NAMES)[number];
const DRAWINGS: Record<DrawingName, Scene> = { butterfly: BUTTERFLY, harbour: SCENES.harbour };

export const COLOUR_WIDTH = 3;
/** Places on the scale of brightness; a descriptor says how near to each of them a location is. */
const BUMPS = Array.from({ length: 8 }, (_, index) => index / 7);
const BUMP_WIDTH = 0.06;
const DESCRIPTOR_WIDTH = 2 * BUMPS.length; // for the location itself, and for the 3 × 3 around it

/** A location's channels: colour; descriptor if finished; descriptor if unfinished; one flag for each. */
const FINISHED = COLOUR_WIDTH;
const UNFINISHED = FINISHED + DESCRIPTOR_WIDTH;
const IS_FINISHED = UNFINISHED + DESCRIPTOR_WIDTH;
const IS_UNFINISHED = IS_FINISHED + 1;
export const CHANNELS = IS_UNFINISHED + 1;
export const INNER_WIDTH = DESCRIPTOR_WIDTH + 1;

/** The score of a perfect match: high enough that only close matches count. */
const MATCH_STRENGTH = 36;

/** Red, green and blue in brightness, as in `toGrayscale`. */
const LUMA = [0.299, 0.587, 0.114];

export interface GeneratorMap {
  /** The drawing as it should become, 20×20×3. */
  finished: PixelImage;
  /** x [400 × 37] */
  features: Matrix;
}

/** The feature map x of a drawing whose right half is still without colour. */
export function generatorMap(name: DrawingName): GeneratorMap {
  const finished = drawScene(DRAWINGS[name], SIDE);
  const brightness = toGrayscale(finished);
  const surround = meanOfNeighbours(brightness);
  const features = createMatrix(LOCATION_COUNT, CHANNELS);
  for (let location = 0; location < LOCATION_COUNT; location++) {
    const row = rowOf(features, location);
    const isFinished = location % SIDE < SIDE / 2;
    const grey = brightness.data[location];
    row.set(isFinished ? rowOf(pixelsAsRows(finished), location) : [grey, grey, grey]);
    row.set(descriptor(grey, surround.data[location]), isFinished ? FINISHED : UNFINISHED);
    row[isFinished ? IS_FINISHED : IS_UNFINISHED] = 1;
  }
  return { finished, features };
}

/** How near the brightness is to each bump, at two scales, as a vector of length 1. */
function descriptor(brightness: number, surround: number): number[] {
  const values = [brightness, surround].flatMap((value) =>
    BUMPS.map((centre) => Math.exp(-((value - centre) ** 2) / (2 * BUMP_WIDTH ** 2))),
  );
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** The mean of the 3 × 3 pixels around each; at the border, of those that exist. */
function meanOfNeighbours(image: PixelImage): PixelImage {
  const result = createImage(image.height, image.width, 1);
  for (let row = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++) {
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(image.height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(image.width - 1, column + 1); x++) {
          sum += image.data[y * image.width + x];
          count++;
        }
      }
      result.data[row * image.width + column] = sum / count;
    }
  }
  return result;
}

/** f, g, h [37 × 17] and v [17 × 37], set by hand. */
export const WEIGHTS: SaganWeights = { f: keys(), g: queries(), h: values(), v: colourBack() };

/** f: a finished place offers its descriptor; an unfinished one offers only that it is unfinished. */
function keys(): Matrix {
  const weight = createMatrix(CHANNELS, INNER_WIDTH);
  for (let d = 0; d < DESCRIPTOR_WIDTH; d++)
    weight.data[(FINISHED + d) * INNER_WIDTH + d] = MATCH_STRENGTH;
  weight.data[IS_UNFINISHED * INNER_WIDTH + DESCRIPTOR_WIDTH] = MATCH_STRENGTH;
  return weight;
}

/** g: an unfinished place asks for its descriptor; a finished one turns to where there is no colour to take. */
function queries(): Matrix {
  const weight = createMatrix(CHANNELS, INNER_WIDTH);
  for (let d = 0; d < DESCRIPTOR_WIDTH; d++) weight.data[(UNFINISHED + d) * INNER_WIDTH + d] = 1;
  weight.data[IS_FINISHED * INNER_WIDTH + DESCRIPTOR_WIDTH] = 1;
  return weight;
}

/** h: a colour less its brightness, which is what the unfinished half lacks. */
function values(): Matrix {
  const weight = createMatrix(CHANNELS, INNER_WIDTH);
  for (let input = 0; input < COLOUR_WIDTH; input++) {
    for (let output = 0; output < COLOUR_WIDTH; output++) {
      weight.data[input * INNER_WIDTH + output] = Number(input === output) - LUMA[input];
    }
  }
  return weight;
}

/** v: back into the colour channels, unchanged. */
function colourBack(): Matrix {
  const weight = createMatrix(INNER_WIDTH, CHANNELS);
  for (let channel = 0; channel < COLOUR_WIDTH; channel++)
    weight.data[channel * CHANNELS + channel] = 1;
  return weight;
}
