import { type Point, round } from './parts/geometry.ts';
import { PATCH_COUNT } from './parts/harbourPatches.ts';

export const WIDTH = 400;
export const HEIGHT = 310;

/** The names of the rows stand on the left, as in the architecture figure. */
const GUTTER = 88;
const PITCH = (WIDTH - GUTTER) / (PATCH_COUNT + 1);

export const BAR = { width: 25, height: 64 } as const;
/** One column for each token; the class token's is 0. */
export const COLUMNS = Array.from({ length: PATCH_COUNT + 1 }, (_, column) =>
  round(GUTTER + PITCH / 2 + column * PITCH),
);
export const CLASS_COLUMN = COLUMNS.slice(0, 1);
export const PATCH_COLUMNS = COLUMNS.slice(1);

export const ROW = {
  patches: 14,
  embeddings: 84,
  plus: 132,
  positions: 180,
  equals: 228,
  sum: 276,
} as const;
/** The arrows from the patches to their embeddings. */
export const arrows = PATCH_COLUMNS.map((x): Point[] => [
  [x, ROW.patches + BAR.width / 2 + 3],
  [x, ROW.embeddings - BAR.height / 2 - 3],
]);
export const NAME_X = GUTTER - 10;
