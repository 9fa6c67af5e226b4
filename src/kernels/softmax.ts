import { createMatrix, type Matrix, requireShape, rowOf } from './matrix.ts';

/**
 * softmax(x)ᵢ = e^(xᵢ/τ) / Σⱼ e^(xⱼ/τ). The largest value is subtracted first, which
 * changes nothing in the quotient and keeps every exponent ≤ 0, so nothing overflows.
 * −Infinity gets probability 0. Throws a RangeError if τ ≤ 0 or no value is finite.
 */
export function softmax(values: Float32Array, temperature = 1): Float32Array {
  if (!(temperature > 0)) {
    throw new RangeError(`the temperature must be positive, got ${temperature}`);
  }
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  if (!Number.isFinite(largest)) {
    throw new RangeError(`softmax needs a finite largest value, got ${largest}`);
  }
  const exponentials = new Float64Array(values.length);
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    exponentials[index] = Math.exp((values[index] - largest) / temperature);
    sum += exponentials[index];
  }
  const probabilities = new Float32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    probabilities[index] = exponentials[index] / sum;
  }
  return probabilities;
}

/** softmax of each row on its own, [n × m] → [n × m]. */
export function softmaxRows(matrix: Matrix, temperature = 1): Matrix {
  const result = createMatrix(matrix.rows, matrix.columns);
  for (let row = 0; row < matrix.rows; row++) {
    result.data.set(softmax(rowOf(matrix, row), temperature), row * matrix.columns);
  }
  return result;
}

/**
 * The gradient for the input of softmaxRows (τ = 1), from its output p and the gradient
 * g for that output: ∂L/∂xᵢ = pᵢ (gᵢ − Σⱼ gⱼ pⱼ), row by row.
 */
export function softmaxRowsBackward(probabilities: Matrix, outputGradient: Matrix): Matrix {
  const { rows, columns } = probabilities;
  requireShape('outputGradient', outputGradient, rows, columns);
  const result = createMatrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    const p = rowOf(probabilities, row);
    const g = rowOf(outputGradient, row);
    const mean = p.reduce((sum, probability, index) => sum + probability * g[index], 0);
    result.data.set(
      p.map((probability, index) => probability * (g[index] - mean)),
      row * columns,
    );
  }
  return result;
}

/** Shannon entropy −Σ p ln p in nats: 0 for a certain choice, ln n for n equally likely ones. */
export function entropy(distribution: Float32Array): number {
  return distribution.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}
