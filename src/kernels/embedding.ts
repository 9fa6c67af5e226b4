import { createMatrix, type Matrix, rowOf } from './matrix.ts';

/** The rows of a table for a list of tokens, [V × D] → [n × D]. Throws a RangeError for a token that is none. */
export function embedTokens(tokens: readonly number[], table: Matrix): Matrix {
  const result = createMatrix(tokens.length, table.columns);
  tokens.forEach((token, index) => result.data.set(rowOf(table, token), index * table.columns));
  return result;
}
