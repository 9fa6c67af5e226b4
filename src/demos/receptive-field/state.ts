import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';
import { imageField } from '../imageField.ts';

/** Positions a side of the grid that is laid over the picture: its pixels, as this demo sees it. */
export const GRID = 32;
export const MAXIMUM_LAYERS = 12;
export const KERNEL_SIZES = [3, 5] as const;
export const STRIDES = [1, 2] as const;
export const ASPECTS = ['reach', 'strength'] as const;

export const schema = v.object({
  image: imageField(),
  /** The picked position, row-major in the grid. */
  position: integerField(0, GRID * GRID - 1, 491),
  /** Number of stacked convolutions, L. */
  layers: integerField(1, MAXIMUM_LAYERS, 4),
  /** Side of their kernels, k. */
  kernelSize: choiceField(KERNEL_SIZES, 3),
  /** Their stride, s. */
  stride: choiceField(STRIDES, 1),
  /** What is laid over the picture: where something arrives, or how much. */
  aspect: choiceField(ASPECTS, 'reach'),
});
