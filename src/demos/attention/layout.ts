import { PICTURE_SIDE } from '../../images/picture.ts';
import { GRID_SIDE, TOKEN_COUNT } from './model.ts';

/** A patch's side in the picture's own coordinates. */
export const CELL_SIDE = PICTURE_SIDE / GRID_SIDE;

/** The class token comes first, so a patch's token is one further. */
export const tokenOf = (patch: number) => patch + 1;
export const patchOf = (token: number) => (token === 0 ? undefined : token - 1);

/** Where a patch token stands in the grid, from 0. */
export const placeOf = (token: number) => ({
  row: Math.floor((token - 1) / GRID_SIDE),
  column: (token - 1) % GRID_SIDE,
});

/** The middle of a patch token's square. */
export function centreOf(token: number) {
  const { row, column } = placeOf(token);
  const centre = (index: number) => ((index + 0.5) * CELL_SIDE).toFixed(1);
  return { x: centre(column), y: centre(row) };
}

/** A cell of the N × N matrix: its row is the query, its column the key. */
export const pairOf = (query: number, key: number) => query * TOKEN_COUNT + key;
export const pairAt = (pair: number) => ({
  query: Math.floor(pair / TOKEN_COUNT),
  key: pair % TOKEN_COUNT,
});
