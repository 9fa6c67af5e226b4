import { receptiveField } from '../kernels/receptiveField.ts';
import type { Point } from './parts/geometry.ts';

export const CELLS = 9;
export const LAYERS = 3;
export const KERNEL_SIZE = 3;

export const SQUARE = 24;
const PITCH = 30;
const FIRST_ROW = 52;
const ROW_PITCH = 64;

export const WIDTH = 360;
export const HEIGHT = FIRST_ROW + LAYERS * ROW_PITCH + SQUARE / 2 + 8;
/** Where the words beside a row begin. */
export const BESIDE = CELLS * PITCH + 14;

const middle = (CELLS - 1) / 2;
const rowY = (row: number) => FIRST_ROW + row * ROW_PITCH;
const cellAt = (cell: number, row: number): Point => [SQUARE / 2 + 1 + cell * PITCH, rowY(row)];

/** One row of cells: those that the top cell depends on, and the others. */
interface Row {
  y: number;
  seen: Point[];
  unseen: Point[];
}

function rowOf(row: number, count: number): Row {
  const cells = Array.from({ length: CELLS }, (_, cell) => cell);
  const isSeen = (cell: number) => Math.abs(cell - middle) <= (count - 1) / 2;
  return {
    y: rowY(row),
    seen: cells.filter(isSeen).map((cell) => cellAt(cell, row)),
    unseen: cells.filter((cell) => !isSeen(cell)).map((cell) => cellAt(cell, row)),
  };
}

/** A line from the bottom of each upper cell to the top of each lower one it reads. */
function connections(upper: Row, lower: Row, reach: number): Point[][] {
  return upper.seen.flatMap(([x, y]) =>
    lower.seen
      .filter(([other]) => Math.abs(other - x) <= reach * PITCH)
      .map(([other, below]): Point[] => [
        [x, y + SQUARE / 2 + 2],
        [other, below - SQUARE / 2 - 2],
      ]),
  );
}

/** How many cells the output sees, `depth` convolutions below it. */
export const seenAfter = (depth: number) =>
  receptiveField(Array.from({ length: depth }, () => ({ kernelSize: KERNEL_SIZE, stride: 1 })))
    .size;

/** The output on top, the input at the bottom, a row for each layer between. */
export function convolutionStack() {
  const rows = Array.from({ length: LAYERS + 1 }, (_, depth) => rowOf(depth, seenAfter(depth)));
  const lines = rows
    .slice(1)
    .flatMap((row, depth) => connections(rows[depth], row, (KERNEL_SIZE - 1) / 2));
  return { rows, lines };
}

/** One attention layer, drawn as tall as the stack: the output reads every input. */
export function attentionLayer() {
  const rows = [rowOf(0, 1), rowOf(LAYERS, CELLS)];
  return { rows, lines: connections(rows[0], rows[1], CELLS) };
}
