import {
  add,
  createMatrix,
  mapMatrix,
  matmul,
  type Matrix,
  requireShape,
  scale,
  transpose,
} from './matrix.ts';
import { softmaxRows } from './softmax.ts';

/** The pairwise function f of a non-local block, section 3.2 of the paper. */
export type NonLocalKind = 'gaussian' | 'embeddedGaussian' | 'dotProduct' | 'concatenation';

/** The 1 × 1 convolutions of a block (without biases); C′ is C / 2 in the paper. */
export interface NonLocalWeights {
  /** θ [C × C′] */
  readonly theta: Matrix;
  /** φ [C × C′] */
  readonly phi: Matrix;
  /** g [C × C′] */
  readonly g: Matrix;
  /** W_z [C′ × C] */
  readonly output: Matrix;
  /** w_f [2C′], used by the concatenation only. */
  readonly concatenation: Float32Array;
}

/** All steps of a non-local block over N positions. */
export interface NonLocalResult {
  /** What f is made of [N × N]: the exponent of the Gaussians, the product, or the ReLU's argument. */
  readonly similarity: Matrix;
  /** f(x_i, x_j) [N × N]. A Gaussian overflows to Infinity above similarity 88.7; `weights` never do. */
  readonly affinity: Matrix;
  /** f(x_i, x_j) / C(x) [N × N] */
  readonly weights: Matrix;
  /** y [N × C′] */
  readonly y: Matrix;
  /** z = W_z y + x [N × C] */
  readonly z: Matrix;
}

/**
 * The non-local block (Wang et al. 2018, arXiv 1711.07971, equations 1 and 6), x [N × C]:
 * y_i = 1/C(x) Σ_j f(x_i, x_j) g(x_j),  z_i = W_z y_i + x_i.
 * C(x) is Σ_j f(x_i, x_j) for the Gaussians, hence a softmax, and N otherwise.
 * The authors' code differs from the paper by default: it scales the exponent by 1/√C′,
 * max-pools φ and g, and ends in a batch normalisation that starts at 0.
 */
export function nonLocalBlock(
  x: Matrix,
  weights: NonLocalWeights,
  kind: NonLocalKind,
): NonLocalResult {
  requireShape('W_z', weights.output, weights.g.columns, x.columns);
  const similarity = similarityOf(x, weights, kind);
  const values = matmul(x, weights.g); // [N × C] → [N × C′]
  const { affinity, normalised } = normalise(similarity, kind);
  const y = matmul(normalised, values); // [N × N] · [N × C′] → [N × C′]
  const z = add(matmul(y, weights.output), x); // [N × C′] → [N × C]
  return { similarity, affinity, weights: normalised, y, z };
}

function similarityOf(x: Matrix, weights: NonLocalWeights, kind: NonLocalKind): Matrix {
  if (kind === 'gaussian') return matmul(x, transpose(x)); // [N × N]
  const theta = matmul(x, weights.theta); // [N × C] → [N × C′]
  const phi = matmul(x, weights.phi);
  if (kind === 'concatenation') return concatenationScores(theta, phi, weights.concatenation);
  return matmul(theta, transpose(phi)); // [N × N]
}

/** w_fᵀ [θ(x_i), φ(x_j)] for all pairs: the two halves of w_f meet θ and φ separately, then add up. */
function concatenationScores(theta: Matrix, phi: Matrix, weights: Float32Array): Matrix {
  if (weights.length !== theta.columns + phi.columns) {
    throw new RangeError(`w_f needs ${theta.columns + phi.columns} numbers, got ${weights.length}`);
  }
  const half = theta.columns;
  const left = matmul(theta, createMatrix(half, 1, weights.slice(0, half))); // [N × 1]
  const right = matmul(phi, createMatrix(phi.columns, 1, weights.slice(half))); // [N × 1]
  const scores = createMatrix(theta.rows, phi.rows);
  for (let i = 0; i < scores.rows; i++) {
    for (let j = 0; j < scores.columns; j++) {
      scores.data[i * scores.columns + j] = left.data[i] + right.data[j];
    }
  }
  return scores;
}

/** f, and f / C(x). */
function normalise(
  similarity: Matrix,
  kind: NonLocalKind,
): { affinity: Matrix; normalised: Matrix } {
  if (kind === 'gaussian' || kind === 'embeddedGaussian') {
    return { affinity: mapMatrix(similarity, Math.exp), normalised: softmaxRows(similarity) };
  }
  const affinity =
    kind === 'concatenation' ? mapMatrix(similarity, (value) => Math.max(value, 0)) : similarity;
  return { affinity, normalised: scale(affinity, 1 / similarity.columns) };
}
