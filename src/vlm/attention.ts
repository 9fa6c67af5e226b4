import { numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import { initialLinear, type Linear, linear, project } from './layers.ts';
import type { AttentionLora } from './lora.ts';
import { softmax } from './primitives.ts';
import type { Tensor } from './tensor.ts';

/** The four projections of multi-head attention. */
export interface Attention {
  /** D → D */
  queries: Linear;
  /** D_context → D */
  keys: Linear;
  /** D_context → D */
  values: Linear;
  /** D → D */
  output: Linear;
}

/** Projections for queries of `width` that look at a context of `contextWidth`. */
export function initialAttention(
  init: Initialiser,
  width: number,
  contextWidth = width,
): Attention {
  return {
    queries: initialLinear(init, width, width),
    keys: initialLinear(init, contextWidth, width),
    values: initialLinear(init, contextWidth, width),
    output: initialLinear(init, width, width, 0.5),
  };
}

/** What a call of attention may add. */
export interface AttentionOptions {
  /** Added to the scores, [n × m]: 0 where a query may look, −1e9 where not. */
  mask?: Tensor | undefined;
  /** Low-rank changes of the query and value projections. */
  lora?: AttentionLora | undefined;
}

/**
 * Multi-head attention (Vaswani et al. 2017, arXiv 1706.03762, section 3.2.2):
 * x [B × n × D], context [B × m × D_context] → [B × n × D]. Self-attention passes x twice.
 */
export function attention(
  x: Tensor,
  context: Tensor,
  weights: Attention,
  heads: number,
  { mask, lora }: AttentionOptions = {},
): Tensor {
  let queries = linear(lora ? x.ref : x, weights.queries); // [B × n × D]
  const keys = linear(context.ref, weights.keys); // [B × m × D]
  let values = linear(lora ? context.ref : context, weights.values);
  if (lora) {
    queries = queries.add(project(project(x, lora.queries.down), lora.queries.up));
    values = values.add(project(project(context, lora.values.down), lora.values.up));
  }
  return linear(attend(queries, keys, values, heads, mask), weights.output);
}

/** softmax(Q Kᵀ / √d_h + mask) V in each head, the heads side by side, [B × n × D]. */
function attend(
  queries: Tensor,
  keys: Tensor,
  values: Tensor,
  heads: number,
  mask: Tensor | undefined,
): Tensor {
  const [batch, length, width] = queries.shape;
  const perHead = (x: Tensor) =>
    x.reshape([batch, -1, heads, width / heads]).transpose([0, 2, 1, 3]); // [B × h × n × d_h]
  const products = np.matmul(perHead(queries), perHead(keys).transpose([0, 1, 3, 2]));
  const scores = products.mul(1 / Math.sqrt(width / heads)); // [B × h × n × m]
  const weights = softmax(mask ? scores.add(mask) : scores);
  return np
    .matmul(weights, perHead(values))
    .transpose([0, 2, 1, 3])
    .reshape([batch, length, width]);
}
