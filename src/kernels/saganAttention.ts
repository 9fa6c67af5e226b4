import { add, matmul, type Matrix, requireShape, scale, transpose } from './matrix.ts';
import { softmaxRows, softmaxRowsBackward } from './softmax.ts';

/** The 1 × 1 convolutions of SAGAN's attention (without biases); C̄ is C / 8 in the paper. */
export interface SaganWeights {
  /** W_f [C × C̄], the key of an input position */
  readonly f: Matrix;
  /** W_g [C × C̄], the query of an output position */
  readonly g: Matrix;
  /** W_h [C × C̄], the value */
  readonly h: Matrix;
  /** W_v [C̄ × C] */
  readonly v: Matrix;
}

/** All steps of SAGAN's attention over N positions. */
export interface SaganResult {
  /** s [N × N]: row i is an input position, column j an output position. */
  readonly scores: Matrix;
  /** β [N × N]: row j is an output position, column i an input; each row sums to 1. */
  readonly weights: Matrix;
  /** o [N × C], the attention layer's output */
  readonly attention: Matrix;
  /** y = γ o + x [N × C] */
  readonly output: Matrix;
}

/**
 * Self-attention of SAGAN (Zhang et al. 2019, arXiv 1805.08318, equations 1 to 3), x [N × C]:
 * s_ij = f(x_i)ᵀ g(x_j),  β_{j,i} = e^(s_ij) / Σ_i e^(s_ij),
 * o_j = v(Σ_i β_{j,i} h(x_i)),  y_i = γ o_i + x_i.
 * Mind the indices: β sums to 1 over the inputs i, for each output j, so its rows are the
 * softmax of the columns of s. There is no 1/√C̄. γ is learned and starts at 0.
 */
export function saganAttention(x: Matrix, weights: SaganWeights, gamma: number): SaganResult {
  const { scores, beta, attention } = attend(x, weights);
  return { scores, weights: beta, attention, output: add(scale(attention, gamma), x) };
}

/** Gradients for x [N × C] and γ, from the gradient for the output [N × C]. */
export function saganAttentionBackward(
  x: Matrix,
  weights: SaganWeights,
  gamma: number,
  outputGradient: Matrix,
): { input: Matrix; gamma: number } {
  requireShape('outputGradient', outputGradient, x.rows, x.columns);
  const { keys, queries, values, beta, attention } = attend(x, weights);
  const gammaGradient = attention.data.reduce(
    (sum, value, index) => sum + value * outputGradient.data[index],
    0,
  );
  const attentionGradient = scale(outputGradient, gamma); // ∂L/∂o [N × C]
  const mixedGradient = matmul(attentionGradient, transpose(weights.v)); // [N × C̄]
  const betaGradient = matmul(mixedGradient, transpose(values)); // [N × N]
  const logitGradient = softmaxRowsBackward(beta, betaGradient); // ∂L/∂sᵀ, row j, column i
  const paths = [
    matmul(matmul(logitGradient, keys), transpose(weights.g)), // through g(x_j): [N × C]
    matmul(matmul(transpose(logitGradient), queries), transpose(weights.f)), // through f(x_i)
    matmul(matmul(transpose(beta), mixedGradient), transpose(weights.h)), // through h(x_i)
  ];
  return { input: paths.reduce(add, outputGradient), gamma: gammaGradient };
}

function attend(x: Matrix, weights: SaganWeights) {
  const keys = matmul(x, weights.f); // f(x_i): [N × C] → [N × C̄]
  const queries = matmul(x, weights.g); // g(x_j)
  const values = matmul(x, weights.h); // h(x_i)
  const scores = matmul(keys, transpose(queries)); // s_ij: [N × N], row i, column j
  const beta = softmaxRows(transpose(scores)); // β_{j,i}: row j, column i
  const attention = matmul(matmul(beta, values), weights.v); // [N × C̄] → [N × C]
  return { keys, queries, values, scores, beta, attention };
}
