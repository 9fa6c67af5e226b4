import { concatColumns, createMatrix, matmul, type Matrix, rowOf, transpose } from './matrix.ts';

/** The rows and columns of a grid of patches. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Sinusoids of the Transformer (Vaswani et al. 2017, arXiv 1706.03762, section 3.5), [count × D]:
 * PE(pos, 2i) = sin(pos / 10000^(2i/D)), PE(pos, 2i+1) = cos(the same).
 * Throws a RangeError for an odd width.
 */
export function sinCosPositionEmbedding1d(count: number, width: number): Matrix {
  const angles = sinCosAngles(count, width);
  const embedding = createMatrix(count, width);
  angles.forEach((angle, index) => {
    embedding.data[2 * index] = Math.sin(angle);
    embedding.data[2 * index + 1] = Math.cos(angle);
  });
  return embedding;
}

/**
 * Sinusoids for a grid, [rows · columns × D], in the order of MAE's code (He et al. 2022,
 * arXiv 2111.06377): the first half of the channels encodes the column, the second the row,
 * and each half holds all its sines, then all its cosines. No row for a class token.
 * Throws a RangeError unless 4 divides the width.
 */
export function sinCosPositionEmbedding2d(grid: Grid, width: number): Matrix {
  if (width % 4 !== 0) {
    throw new RangeError(`a 2-D embedding needs a width that 4 divides, got ${width}`);
  }
  const byColumn = sinesThenCosines(grid.columns, width / 2); // [columns × D/2]
  const byRow = sinesThenCosines(grid.rows, width / 2); // [rows × D/2]
  const embedding = createMatrix(grid.rows * grid.columns, width);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const start = (row * grid.columns + column) * width;
      embedding.data.set(rowOf(byColumn, column), start);
      embedding.data.set(rowOf(byRow, row), start + width / 2);
    }
  }
  return embedding;
}

function sinesThenCosines(count: number, width: number): Matrix {
  const angles = sinCosAngles(count, width);
  return concatColumns([
    createMatrix(count, width / 2, Float32Array.from(angles, Math.sin)),
    createMatrix(count, width / 2, Float32Array.from(angles, Math.cos)),
  ]);
}

/** pos / 10000^(2i/D) for each position and each i < D / 2, row-major. */
function sinCosAngles(count: number, width: number): Float64Array {
  if (width % 2 !== 0) {
    throw new RangeError(`a sine-cosine embedding needs an even width, got ${width}`);
  }
  const half = width / 2;
  return Float64Array.from({ length: count * half }, (_, index) => {
    const position = Math.floor(index / half);
    return position / 10000 ** ((index % half) / half);
  });
}

/** The cosine of the angle between each two rows, [n × D] → [n × n]; 0 where a row is zero. */
export function cosineSimilarityMatrix(vectors: Matrix): Matrix {
  const unit = createMatrix(vectors.rows, vectors.columns);
  for (let row = 0; row < vectors.rows; row++) {
    const vector = rowOf(vectors, row);
    const length = Math.hypot(...vector);
    if (length > 0) {
      unit.data.set(
        vector.map((value) => value / length),
        row * vectors.columns,
      );
    }
  }
  return matmul(unit, transpose(unit)); // [n × D] · [D × n] → [n × n]
}

/**
 * Fits learned position embeddings [1 + N × D] to another grid, [1 + N′ × D], as fine-tuning at a
 * higher resolution needs (arXiv 2010.11929, section 3.2). The class token's row is kept;
 * the others are interpolated bilinearly in 2-D, as torch.nn.functional.interpolate does with
 * mode='bilinear', align_corners=False. (The official code zooms with aligned corners instead.)
 */
export function interpolatePositionEmbedding(embedding: Matrix, from: Grid, to: Grid): Matrix {
  const expected = 1 + from.rows * from.columns;
  if (embedding.rows !== expected) {
    throw new RangeError(
      `a ${from.rows}×${from.columns} grid and a class token need ${expected} rows, got ${embedding.rows}`,
    );
  }
  const result = createMatrix(1 + to.rows * to.columns, embedding.columns);
  result.data.set(rowOf(embedding, 0));
  for (let row = 0; row < to.rows; row++) {
    const vertical = neighbours(row, from.rows, to.rows);
    for (let column = 0; column < to.columns; column++) {
      const horizontal = neighbours(column, from.columns, to.columns);
      const target = rowOf(result, 1 + row * to.columns + column);
      for (const y of vertical) {
        for (const x of horizontal) {
          const source = rowOf(embedding, 1 + y.index * from.columns + x.index);
          source.forEach((value, channel) => (target[channel] += y.weight * x.weight * value));
        }
      }
    }
  }
  return result;
}

/** The two cells of the old axis whose centres lie around the centre of cell `index` of the new one. */
function neighbours(
  index: number,
  oldLength: number,
  newLength: number,
): { index: number; weight: number }[] {
  const centre = Math.max(0, ((index + 0.5) * oldLength) / newLength - 0.5);
  const before = Math.min(Math.floor(centre), oldLength - 1);
  const after = Math.min(before + 1, oldLength - 1);
  const fraction = centre - before;
  return [
    { index: before, weight: 1 - fraction },
    { index: after, weight: fraction },
  ];
}
