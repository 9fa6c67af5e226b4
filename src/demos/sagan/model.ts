import type { Scene } from '../../images/scenes.ts';
import { drawScene, SCENES } from '../../images/scenes.ts';
import { createImage, pixelsAsRows, toGrayscale, type PixelImage } from '../../kernels/image.ts';
import { concatColumns, createMatrix, type Matrix, rowOf } from '../../kernels/matrix.ts';
import type { SaganWeights } from '../../kernels/saganAttention.ts';
import { BUTTERFLY } from './butterfly.ts';

/**
 * The stand-in for a generator: its feature map is computed from a drawing whose right half has its
 * light and dark already but no colour yet. No GAN is trained here, and f, g, h and v are set by hand.
 */
export const SIDE = 20;
export const LOCATION_COUNT = SIDE ** 2;

export const DRAWINGS = { butterfly: BUTTERFLY, harbour: SCENES.harbour } as const satisfies Record<string, Scene>;
export type DrawingName = keyof typeof DRAWINGS;

const COLOUR_WIDTH = 3;
/** Centres of the bumps that say how bright a place is. */
const BRIGHTNESS_BUMPS = 8;
const BUMP_WIDTH = 0.07;
const SCALES = 2; // the pixel itself, and the 3 × 3 pixels around it
const DESCRIPTOR_WIDTH = BRIGHTNESS_BUMPS * SCALES;

/** A location's channels: its colour, its descriptor if it is finished, its descriptor if not, and which it is. */
const FINISHED_START = COLOUR_WIDTH;
const UNFINISHED_START = FINISHED_START + DESCRIPTOR_WIDTH;
const IS_FINISHED = UNFINISHED_START + DESCRIPTOR_WIDTH;
const IS_UNFINISHED = IS_FINISHED + 1;
export const CHANNELS = IS_UNFINISHED + 1;
export const INNER_WIDTH = DESCRIPTOR_WIDTH + 1;

/** How strongly a match counts; e^18 makes all that match badly together count for little. */
const MATCH_STRENGTH = 18;
