import type { Box } from '../../kernels/iou.ts';
import type { BoxField } from '../../ui/boxGeometry.ts';

/**
 * The picture, in pixels. 256 is a power of two, so that dividing by it is exact: an IoU of just 0.5
 * stays so in coordinates from 0 to 1.
 */
export const FIELD: BoxField = { side: 256, minimum: 8 };

const box = (x1: number, y1: number, x2: number, y2: number): Box => ({ x1, y1, x2, y2 });

/** What is drawn; the gold box of an object is the box that it fills. Colours as in the scene “shapes”. */
export const OBJECTS = {
  bigCircle: { shape: 'circle', fill: '#d1495b', gold: box(20, 28, 104, 112) },
  smallCircle: { shape: 'circle', fill: '#d1495b', gold: box(176, 176, 224, 224) },
  square: { shape: 'square', fill: '#2e86ab', gold: box(152, 32, 224, 104) },
  triangle: { shape: 'triangle', fill: '#f2a541', gold: box(72, 140, 152, 212) },
  greenCircle: { shape: 'circle', fill: '#4f9d69', gold: box(112, 56, 144, 88) },
} as const satisfies Record<string, { shape: string; fill: string; gold: Box }>;

export type ObjectId = keyof typeof OBJECTS;
export const OBJECT_IDS = Object.keys(OBJECTS) as ObjectId[];

/**
 * Predictions to begin with, set by hand: two good ones, one that found the other red circle, one
 * twice as large as its object (IoU is just 0.5), and one beside its object.
 */
export const FIRST_PREDICTIONS: Record<ObjectId, Box> = {
  bigCircle: box(28, 36, 108, 118),
  smallCircle: box(24, 32, 100, 108),
  square: box(152, 32, 224, 176),
  triangle: box(96, 156, 168, 236),
  greenCircle: box(108, 54, 148, 90),
};

/** Two boxes that are both the reader’s. */
export const OWN_BOXES = { gold: box(40, 56, 152, 168), predicted: box(96, 96, 216, 208) };
