import { decimal } from '../../ui/numberText.ts';

/** A cosine as it is shown: its text, how full its cell is, and whether it is the largest of its row. */
export interface SimilarityCell {
  text: string;
  share: string;
  isLargest: boolean;
}

type Matrix =
  readonly (readonly number[])[] | { rows: number; columns: number; data: Float32Array };

/** The rows of a matrix of cosines; none if there is no matrix. */
export function similarityRows(matrix: Matrix | undefined): SimilarityCell[][] {
  return numbersOf(matrix).map((row) => {
    const largest = Math.max(...row);
    return row.map((cosine) => ({
      text: decimal(cosine, 2),
      share: Math.max(0, cosine).toFixed(2),
      isLargest: cosine === largest,
    }));
  });
}

function numbersOf(matrix: Matrix | undefined): readonly (readonly number[])[] {
  if (matrix === undefined) return [];
  if (!('rows' in matrix)) return matrix;
  const { rows, columns, data } = matrix;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  );
}
