import { type Linear, linear } from './linear.ts';
import {
  concatColumns,
  createMatrix,
  matmul,
  type Matrix,
  requireShape,
  rowOf,
  scale,
  sliceColumns,
  transpose,
} from './matrix.ts';
import { softmaxRows, softmaxRowsBackward } from './softmax.ts';

/** Options of attention. */
export interface AttentionOptions {
  /**
   * [n × m] of ones and zeros: a query may look at a key where it is 1, like True in the
   * attn_mask of torch.nn.functional.scaled_dot_product_attention.
   */
  readonly mask?: Matrix | undefined;
  /** τ divides the scaled scores. Default 1; below 1 sharpens, above 1 flattens. */
  readonly temperature?: number | undefined;
}

/** All steps of attention, n queries over m keys. */
export interface AttentionResult {
  /** Q Kᵀ / (√d_h τ) [n × m], −Infinity where masked */
  readonly scores: Matrix;
  /** softmax of each row of the scores [n × m] */
  readonly weights: Matrix;
  /** weights · V [n × d_v] */
  readonly output: Matrix;
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, arXiv 1706.03762, equation 1):
 * softmax(Q Kᵀ / √d_h) V. Q [n × d_h], K [m × d_h], V [m × d_v] → [n × d_v].
 * Throws a RangeError if shapes do not fit, τ ≤ 0, or the mask leaves a query nothing to look at.
 */
export function scaledDotProductAttention(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  options: AttentionOptions = {},
): AttentionResult {
  requireShape('keys', keys, values.rows, queries.columns);
  const { mask, temperature = 1 } = options;
  if (!(temperature > 0)) {
    throw new RangeError(`the temperature must be positive, got ${temperature}`);
  }
  const factor = 1 / (Math.sqrt(queries.columns) * temperature);
  const unmasked = scale(matmul(queries, transpose(keys)), factor); // [n × m]
  const scores = mask ? applyMask(unmasked, mask) : unmasked;
  const weights = softmaxRows(scores); // [n × m]
  return { scores, weights, output: matmul(weights, values) }; // [n × m] · [m × d_v]
}

/** Gradients for Q, K and V, from the gradient for the output [n × d_v]. */
export function scaledDotProductAttentionBackward(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  outputGradient: Matrix,
  options: AttentionOptions = {},
): { queries: Matrix; keys: Matrix; values: Matrix } {
  const { weights } = scaledDotProductAttention(queries, keys, values, options);
  const factor = 1 / (Math.sqrt(queries.columns) * (options.temperature ?? 1));
  const weightGradient = matmul(outputGradient, transpose(values)); // [n × d_v] → [n × m]
  // A masked weight is 0, so softmax hands nothing back to its score.
  const productGradient = scale(softmaxRowsBackward(weights, weightGradient), factor); // for Q Kᵀ
  return {
    queries: matmul(productGradient, keys), // [n × m] · [m × d_h]
    keys: matmul(transpose(productGradient), queries), // [m × n] · [n × d_h]
    values: matmul(transpose(weights), outputGradient), // [m × n] · [n × d_v]
  };
}

/** The mask of a decoder: token i may look at tokens 0 … i, [n × n]. */
export function causalMask(tokens: number): Matrix {
  const mask = createMatrix(tokens, tokens);
  for (let row = 0; row < tokens; row++) rowOf(mask, row).fill(1, 0, row + 1);
  return mask;
}

/**
 * The four projections of multi-head attention, D → D each; of cross-attention the keys and values D_context → D.
 * Head k owns columns k·d_h … (k+1)·d_h − 1 of Q, K, V.
 */
export interface MultiHeadAttentionWeights {
  readonly queries: Linear;
  readonly keys: Linear;
  readonly values: Linear;
  readonly output: Linear;
}

/** One head: its share of Q, K, V [n × d_h] and its attention. */
export interface AttentionHead extends AttentionResult {
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix;
}

/** Every head, and the result after the output projection [n × D]. */
export interface MultiHeadAttentionResult {
  readonly heads: readonly AttentionHead[];
  readonly output: Matrix;
}

/**
 * Multi-head self-attention (arXiv 1706.03762, section 3.2.2; ViT's appendix A), x [n × D] → [n × D]:
 * each of h heads attends in its own d_h = D / h columns; the heads' outputs, side by side, are projected.
 * Throws a RangeError unless h divides D.
 */
export function multiHeadAttention(
  x: Matrix,
  weights: MultiHeadAttentionWeights,
  headCount: number,
  options: AttentionOptions = {},
): MultiHeadAttentionResult {
  return crossAttention(x, x, weights, headCount, options);
}

/**
 * The same with keys and values of another sequence (arXiv 1706.03762, section 3.2.3, the
 * "encoder-decoder attention"): x [n × D] asks, the context [m × D_context] is asked → [n × D].
 */
export function crossAttention(
  x: Matrix,
  context: Matrix,
  weights: MultiHeadAttentionWeights,
  headCount: number,
  options: AttentionOptions = {},
): MultiHeadAttentionResult {
  const queries = linear(x, weights.queries); // [n × D]
  const keys = linear(context, weights.keys); // [m × D]
  const values = linear(context, weights.values);
  const heads = attendInHeads(queries, keys, values, headCount, options);
  return { heads, output: linear(joinHeads(heads), weights.output) };
}

/** Every head's attention in its own share of the columns: Q [n × D], K and V [m × D]. */
export function attendInHeads(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  headCount: number,
  options: AttentionOptions = {},
): AttentionHead[] {
  const headWidth = queries.columns / headCount;
  if (!Number.isInteger(headWidth)) {
    throw new RangeError(`${headCount} heads do not divide a width of ${queries.columns}`);
  }
  return Array.from({ length: headCount }, (_, head) => {
    const share = (matrix: Matrix) =>
      sliceColumns(matrix, head * headWidth, (head + 1) * headWidth); // [n × D] → [n × d_h]
    return attentionHead(share(queries), share(keys), share(values), options);
  });
}

/** The heads' outputs side by side, h × [n × d_h] → [n × D]. */
export function joinHeads(heads: readonly AttentionHead[]): Matrix {
  return concatColumns(heads.map((head) => head.output));
}

function attentionHead(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  options: AttentionOptions,
): AttentionHead {
  const attention = scaledDotProductAttention(queries, keys, values, options);
  return { queries, keys, values, ...attention };
}

function applyMask(scores: Matrix, mask: Matrix): Matrix {
  requireShape('mask', mask, scores.rows, scores.columns);
  for (let row = 0; row < mask.rows; row++) {
    if (rowOf(mask, row).every((allowed) => allowed === 0)) {
      throw new RangeError(`the mask hides every key from query ${row}`);
    }
  }
  return createMatrix(
    scores.rows,
    scores.columns,
    scores.data.map((score, index) => (mask.data[index] === 0 ? -Infinity : score)),
  );
}
