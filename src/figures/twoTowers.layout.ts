import type { Frame, Point } from './parts/geometry.ts';

export const WIDTH = 400;
export const HEIGHT = 408;

/** How many pairs are drawn. */
export const PAIRS = 4;

const CELL = 44;
/** The upper left corner of the matrix. */
export const matrix = { x: 218, y: 200, cell: CELL };
export const ROWS = Array.from({ length: PAIRS }, (_, row) => matrix.y + (row + 0.5) * CELL);
export const COLUMNS = Array.from(
  { length: PAIRS },
  (_, column) => matrix.x + (column + 0.5) * CELL,
);
const bottom = matrix.y + PAIRS * CELL;
const middleRow = (matrix.y + bottom) / 2;
const middleColumn = matrix.x + (PAIRS * CELL) / 2;

/** Captions on the left above, each beside its number. */
export const CAPTION_LINES = Array.from({ length: PAIRS }, (_, index) => 26 + 27 * index);
export const captionEdge = 4;

export const textEncoder: Frame = { x: middleColumn, y: 66, width: PAIRS * CELL, height: 46 };
export const imageEncoder: Frame = { x: 108, y: middleRow, width: 66, height: PAIRS * CELL };

export const PICTURE = 36;
export const pictures = ROWS.map((y) => ({ x: 8, y: y - PICTURE / 2 }));
/** The square of a unit vector before a row, the circle above a column. */
export const UNIT = 26;
export const imageUnits = ROWS.map((y): Point => [186, y]);
export const textUnits = COLUMNS.map((x): Frame => ({ x, y: 150, width: 34, height: UNIT }));

const half = UNIT / 2;
export const arrows: Point[][] = [
  [
    [190, 66],
    [textEncoder.x - textEncoder.width / 2 - 4, 66],
  ],
  ...COLUMNS.map((x): Point[] => [
    [x, textEncoder.y + textEncoder.height / 2 + 3],
    [x, 150 - half - 4],
  ]),
  ...COLUMNS.map((x): Point[] => [
    [x, 150 + half + 3],
    [x, matrix.y - 4],
  ]),
  ...ROWS.map((y): Point[] => [
    [8 + PICTURE + 4, y],
    [imageEncoder.x - imageEncoder.width / 2 - 4, y],
  ]),
  ...ROWS.map((y): Point[] => [
    [imageEncoder.x + imageEncoder.width / 2 + 3, y],
    [186 - half - 4, y],
  ]),
  ...ROWS.map((y): Point[] => [
    [186 + half + 3, y],
    [matrix.x - 4, y],
  ]),
];

export const matrixName: Point = [middleColumn, bottom + 20];
