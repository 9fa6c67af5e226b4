import { GRID } from './state.ts';

/** A position that the picked one is related to. */
export interface Place {
  index: number;
  row: number;
  column: number;
  /** f(x_i, x_j) and f / C(x). */
  affinity: number;
  weight: number;
  /** The weight, as a multiple of the mean size of all weights. */
  timesMean: number;
  isAboveMean: boolean;
  /** From the picked position, as a part of the picture's side. */
  distance: number;
}

export const PLACE_COUNT = 5;

/** Places nearer to each other than this, in cells, count as one. */
const SEPARATION = 3;

/**
 * The positions with the largest positive weights, away from the picked one and from each other:
 * without that, all five would be neighbours in the same patch of colour.
 */
export function strongestPlaces(
  weights: Float32Array,
  affinity: Float32Array,
  row: number,
  column: number,
): Place[] {
  const mean = weights.reduce((sum, weight) => sum + Math.abs(weight), 0) / weights.length;
  const order = [...weights.keys()].filter((index) => weights[index] > 0);
  order.sort((a, b) => weights[b] - weights[a]);
  const places: Place[] = [];
  for (const index of order) {
    if (places.length === PLACE_COUNT) break;
    const at = { row: Math.floor(index / GRID), column: index % GRID };
    if ([{ row, column }, ...places].some((other) => areClose(at, other))) continue;
    places.push({
      index,
      ...at,
      affinity: affinity[index],
      weight: weights[index],
      timesMean: weights[index] / mean,
      isAboveMean: weights[index] > mean,
      distance: Math.hypot(at.row - row, at.column - column) / GRID,
    });
  }
  return places;
}

interface Cell {
  row: number;
  column: number;
}

const areClose = (a: Cell, b: Cell) =>
  Math.max(Math.abs(a.row - b.row), Math.abs(a.column - b.column)) < SEPARATION;
