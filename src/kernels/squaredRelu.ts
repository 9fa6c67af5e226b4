import { mapMatrix, type Matrix } from './matrix.ts';

/** max(x, 0)² of every element (So et al. 2021, "Primer", arXiv 2109.08668): cheaper than GELU, and as good. */
export function squaredReluMatrix(matrix: Matrix): Matrix {
  return mapMatrix(matrix, (x) => (x > 0 ? x * x : 0));
}
