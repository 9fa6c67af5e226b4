import { causalMask } from '../../kernels/attention.ts';
import { createMatrix, type Matrix } from '../../kernels/matrix.ts';
import { placeOf } from './layout.ts';
import { TOKEN_COUNT } from './model.ts';
import type { MaskName } from './state.ts';

/** Ones where a query may look [26 × 26]; no mask lets everything through. */
export const MASK_MATRICES: Record<MaskName, Matrix | undefined> = {
  none: undefined,
  causal: causalMask(TOKEN_COUNT),
  window: windowMask(),
};

/** Ones where a query may not look. */
export const HIDDEN: Record<MaskName, Float32Array | undefined> = {
  none: undefined,
  causal: MASK_MATRICES.causal?.data.map((allowed) => 1 - allowed),
  window: MASK_MATRICES.window?.data.map((allowed) => 1 - allowed),
};

/** A patch sees the patches that touch it, itself and the class token; the class token sees all. */
function windowMask(): Matrix {
  const mask = createMatrix(TOKEN_COUNT, TOKEN_COUNT);
  for (let query = 0; query < TOKEN_COUNT; query++) {
    for (let key = 0; key < TOKEN_COUNT; key++) {
      mask.data[query * TOKEN_COUNT + key] = Number(areNeighbours(query, key));
    }
  }
  return mask;
}

function areNeighbours(first: number, second: number): boolean {
  if (first === 0 || second === 0) return true; // the class token
  const a = placeOf(first);
  const b = placeOf(second);
  return Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}
