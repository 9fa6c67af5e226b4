import {
  attendInHeads,
  type AttentionHead,
  joinHeads,
  type MultiHeadAttentionWeights,
} from './attention.ts';
import type { KeyValueCache } from './decoderBlock.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
import { add, concatRows, type Matrix } from './matrix.ts';
import { squaredReluMatrix } from './squaredRelu.ts';

/** The parameters of a decoder block of an encoder–decoder, and of a layer of a Q-Former. */
export interface CrossBlockWeights {
  readonly selfNorm: LayerNorm;
  readonly self: MultiHeadAttentionWeights;
  readonly crossNorm: LayerNorm;
  /** Keys and values come from what was read */
  readonly cross: MultiHeadAttentionWeights;
  readonly mlpNorm: LayerNorm;
  /** D → MLP width */
  readonly mlpHidden: Linear;
  /** MLP width → D */
  readonly mlpOutput: Linear;
}

/** The steps of one block for one new token after n old ones, beside m tokens that were read. */
export interface CrossBlockResult {
  /** Each head's weights over what was read, `heads[h].weights` is [1 × m] */
  readonly heads: readonly AttentionHead[];
  /** Of what has been written, n + 1 rows */
  readonly cache: KeyValueCache;
  /** [1 × D] */
  readonly output: Matrix;
}

/** Keys and values of what was read [m × D]: the same for every token that is written. */
export const crossCache = (memory: Matrix, { cross }: CrossBlockWeights): KeyValueCache => ({
  keys: linear(memory, cross.keys),
  values: linear(memory, cross.values),
});

/**
 * A pre-LN decoder block with attention to an encoder's output (Vaswani et al. 2017, arXiv 1706.03762,
 * section 3.1; there the norm comes last), for one new token, z [1 × D] → [1 × D]. It looks at what is
 * written, then at what was read, then passes the MLP with a squared ReLU.
 */
export function crossBlock(
  z: Matrix,
  written: KeyValueCache,
  read: KeyValueCache,
  weights: CrossBlockWeights,
  headCount: number,
): CrossBlockResult {
  const { self, cross } = weights;
  const own = layerNorm(z, weights.selfNorm);
  const cache = {
    keys: concatRows([written.keys, linear(own, self.keys)]), // [n + 1 × D]
    values: concatRows([written.values, linear(own, self.values)]),
  };
  const looking = attendInHeads(linear(own, self.queries), cache.keys, cache.values, headCount);
  const mixed = add(linear(joinHeads(looking), self.output), z); // [1 × D]
  const asking = linear(layerNorm(mixed, weights.crossNorm), cross.queries);
  const heads = attendInHeads(asking, read.keys, read.values, headCount);
  const informed = add(linear(joinHeads(heads), cross.output), mixed);
  const hidden = linear(layerNorm(informed, weights.mlpNorm), weights.mlpHidden); // [1 × M]
  const mlp = linear(squaredReluMatrix(hidden), weights.mlpOutput);
  return { heads, cache, output: add(mlp, informed) };
}
