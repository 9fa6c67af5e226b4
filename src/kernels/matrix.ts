/** A matrix of float32 numbers, row-major: element (row, column) is `data[row * columns + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** A matrix over `data` (not copied), or a zero matrix. Throws a RangeError if `data` has the wrong length. */
export function createMatrix(
  rows: number,
  columns: number,
  data: Float32Array = new Float32Array(rows * columns),
): Matrix {
  if (data.length !== rows * columns) {
    throw new RangeError(
      `a ${rows}×${columns} matrix needs ${rows * columns} numbers, got ${data.length}`,
    );
  }
  return { rows, columns, data };
}

/** A matrix from its rows, which must all have the same length. */
export function matrixFromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const result = createMatrix(rows.length, columns);
  rows.forEach((row, index) => {
    if (row.length !== columns) {
      throw new RangeError(`row ${index} has ${row.length} numbers, row 0 has ${columns}`);
    }
    result.data.set(row, index * columns);
  });
  return result;
}

/** The identity matrix I [size × size]. */
export function identityMatrix(size: number): Matrix {
  const result = createMatrix(size, size);
  for (let index = 0; index < size; index++) result.data[index * size + index] = 1;
  return result;
}

/** One row, as a view on the matrix's own numbers. */
export function rowOf(matrix: Matrix, row: number): Float32Array {
  if (row < 0 || row >= matrix.rows) {
    throw new RangeError(`row ${row} is outside a matrix of ${matrix.rows} rows`);
  }
  return matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** The product left · right, [n × m] · [m × p] → [n × p]. */
export function matmul(left: Matrix, right: Matrix): Matrix {
  if (left.columns !== right.rows) {
    throw new RangeError(
      `cannot multiply ${shapeText(left)} by ${shapeText(right)}: ${left.columns} ≠ ${right.rows}`,
    );
  }
  const { data: leftData, columns: inners } = left;
  const { data: rightData, columns } = right;
  const result = createMatrix(left.rows, columns);
  const sums = new Float64Array(columns); // a whole row of the result at once
  for (let row = 0; row < left.rows; row++) {
    sums.fill(0);
    for (let inner = 0; inner < inners; inner++) {
      const factor = leftData[row * inners + inner];
      const start = inner * columns;
      for (let column = 0; column < columns; column++) {
        sums[column] += factor * rightData[start + column];
      }
    }
    result.data.set(sums, row * columns);
  }
  return result;
}

/** The transpose, [n × m] → [m × n]. */
export function transpose(matrix: Matrix): Matrix {
  const result = createMatrix(matrix.columns, matrix.rows);
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      result.data[column * matrix.rows + row] = matrix.data[row * matrix.columns + column];
    }
  }
  return result;
}

/** The sum of two matrices of one shape. */
export function add(left: Matrix, right: Matrix): Matrix {
  requireShape('right', right, left.rows, left.columns);
  const result = createMatrix(left.rows, left.columns);
  for (let index = 0; index < result.data.length; index++) {
    result.data[index] = left.data[index] + right.data[index];
  }
  return result;
}

/** Every element times `factor`. */
export function scale(matrix: Matrix, factor: number): Matrix {
  return mapMatrix(matrix, (value) => value * factor);
}

/** `transform` applied to every element. */
export function mapMatrix(matrix: Matrix, transform: (value: number) => number): Matrix {
  const result = createMatrix(matrix.rows, matrix.columns);
  for (let index = 0; index < result.data.length; index++) {
    result.data[index] = transform(matrix.data[index]);
  }
  return result;
}

/** Adds the same row vector to every row: x + b, [n × m] + [m]. */
export function addBias(matrix: Matrix, bias: Float32Array): Matrix {
  if (bias.length !== matrix.columns) {
    throw new RangeError(`the bias needs ${matrix.columns} numbers, got ${bias.length}`);
  }
  const result = createMatrix(matrix.rows, matrix.columns);
  for (let index = 0; index < result.data.length; index++) {
    result.data[index] = matrix.data[index] + bias[index % matrix.columns];
  }
  return result;
}

/** Rows `start` to `end - 1`, copied. */
export function sliceRows(matrix: Matrix, start: number, end: number): Matrix {
  requireRange('rows', start, end, matrix.rows);
  const { columns } = matrix;
  return createMatrix(end - start, columns, matrix.data.slice(start * columns, end * columns));
}

/** Columns `start` to `end - 1`, copied: one attention head's share of the width. */
export function sliceColumns(matrix: Matrix, start: number, end: number): Matrix {
  requireRange('columns', start, end, matrix.columns);
  const result = createMatrix(matrix.rows, end - start);
  for (let row = 0; row < matrix.rows; row++) {
    result.data.set(rowOf(matrix, row).subarray(start, end), row * result.columns);
  }
  return result;
}

/** Matrices of one height side by side: [n × a], [n × b], … → [n × (a + b + …)]. */
export function concatColumns(matrices: readonly Matrix[]): Matrix {
  const rows = matrices[0]?.rows ?? 0;
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const result = createMatrix(rows, columns);
  let start = 0;
  for (const matrix of matrices) {
    requireShape('every part', matrix, rows, matrix.columns);
    for (let row = 0; row < rows; row++) {
      result.data.set(rowOf(matrix, row), row * columns + start);
    }
    start += matrix.columns;
  }
  return result;
}

/** Matrices of one width on top of each other: [a × m], [b × m], … → [(a + b + …) × m]. */
export function concatRows(matrices: readonly Matrix[]): Matrix {
  const columns = matrices[0]?.columns ?? 0;
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const result = createMatrix(rows, columns);
  let start = 0;
  for (const matrix of matrices) {
    requireShape('every part', matrix, matrix.rows, columns);
    result.data.set(matrix.data, start * columns);
    start += matrix.rows;
  }
  return result;
}

/** The sum of every column, [n × m] → [m]. */
export function sumRows(matrix: Matrix): Float32Array {
  const sums = new Float64Array(matrix.columns);
  for (let row = 0; row < matrix.rows; row++) {
    rowOf(matrix, row).forEach((value, column) => (sums[column] += value));
  }
  return Float32Array.from(sums);
}

/** The rows in a new order: row i of the result is row `order[i]`. */
export function permuteRows(matrix: Matrix, order: readonly number[]): Matrix {
  return matrixFromRows(order.map((row) => rowOf(matrix, row)));
}

/** Throws a RangeError unless `matrix` is [rows × columns]. */
export function requireShape(name: string, matrix: Matrix, rows: number, columns: number): void {
  if (matrix.rows !== rows || matrix.columns !== columns) {
    throw new RangeError(`${name} must be ${rows}×${columns}, got ${shapeText(matrix)}`);
  }
}

function requireRange(what: string, start: number, end: number, size: number): void {
  if (start < 0 || end > size || start > end) {
    throw new RangeError(`${what} ${start} to ${end} are outside a matrix with ${size} ${what}`);
  }
}

function shapeText(matrix: Matrix): string {
  return `${matrix.rows}×${matrix.columns}`;
}
