import { createMatrix, type Matrix, rowOf } from './matrix.ts';

/** Under the root, so that a zero vector stays zero instead of becoming NaN. */
const EPSILON = 1e-6;

/** Each row divided by its length, x / √(Σ x² + ε), [n × D] → [n × D]: products of such rows are cosines. */
export function unitRows(matrix: Matrix): Matrix {
  const result = createMatrix(matrix.rows, matrix.columns);
  for (let row = 0; row < matrix.rows; row++) {
    const values = rowOf(matrix, row);
    let squares = EPSILON;
    for (const value of values) squares += value * value;
    const length = Math.sqrt(squares);
    result.data.set(
      values.map((value) => value / length),
      row * matrix.columns,
    );
  }
  return result;
}
