import { channelOf, createFeatureMap, rollFeatureMap } from '../kernels/featureMap.ts';
import { globalAveragePool, maxPool2d } from '../kernels/pooling.ts';
import type { Point } from './parts/geometry.ts';

const SIDE = 4;
export const WINDOW = 2;

/** A feature map that answers at two places, in the left columns of their pooling windows. */
const original = createFeatureMap(
  1,
  SIDE,
  SIDE,
  // prettier-ignore
  new Float32Array([
    0, 0, 0, 0,
    3, 0, 0, 0,
    0, 0, 0, 0,
    1, 0, 0, 0,
  ]),
);

const CELL = 24;
const ROW_PITCH = 124;
const FIRST_ROW = 30;
const COLUMN = { map: 86, pooled: 246, mean: 366 } as const;

/** The feature map moved to the right by so many cells, and what pooling makes of it. */
export const rows = [0, 1, 2].map((shift) => {
  const moved = rollFeatureMap(original, 0, shift);
  const top = FIRST_ROW + shift * ROW_PITCH;
  return {
    shift,
    map: channelOf(moved, 0),
    pooled: channelOf(maxPool2d(moved, WINDOW), 0),
    mean: globalAveragePool(moved)[0],
    top,
    middle: top + (SIDE * CELL) / 2,
  };
});

export const cell = CELL;
export const column = COLUMN;
export const pooledTop = (middle: number) => middle - (SIDE / WINDOW / 2) * CELL;

/** Between the pooling windows of the map. */
export const windowLines = `M${WINDOW * CELL} 0v${SIDE * CELL}M0 ${WINDOW * CELL}h${SIDE * CELL}`;

const mapRight = COLUMN.map + SIDE * CELL;
const pooledRight = COLUMN.pooled + (SIDE / WINDOW) * CELL;
const across = (from: number, to: number, y: number): Point[] => [
  [from, y],
  [to, y],
];
export const arrows = rows.flatMap(({ middle }) => [
  across(mapRight + 8, COLUMN.pooled - 8, middle),
  across(pooledRight + 8, COLUMN.mean - 26, middle),
]);

export const heads = [
  [COLUMN.map + (SIDE * CELL) / 2, 12, 'map'],
  [COLUMN.pooled + (SIDE / WINDOW / 2) * CELL, 12, 'pooled'],
  [COLUMN.mean, 12, 'mean'],
] as const;

export const WIDTH = 400;
export const HEIGHT = FIRST_ROW + 2 * ROW_PITCH + SIDE * CELL + 2;
