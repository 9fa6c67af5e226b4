import { attendInHeads, type AttentionHead, joinHeads } from './attention.ts';
import { bottleneckAdapter, type BottleneckAdapterWeights } from './bottleneckAdapter.ts';
import type { EncoderBlockWeights } from './encoderBlock.ts';
import { layerNorm } from './layerNorm.ts';
import { linear } from './linear.ts';
import { add, concatRows, createMatrix, type Matrix, rowOf } from './matrix.ts';
import { squaredReluMatrix } from './squaredRelu.ts';

/** The parameters of one decoder block: those of an encoder block, and an adapter after it if it has been tuned so. */
export interface DecoderBlockWeights extends EncoderBlockWeights {
  readonly adapter?: BottleneckAdapterWeights | undefined;
}

/** What a block remembers of the m tokens it has read, so that they need not be read again. */
export interface KeyValueCache {
  /** [m × D] */
  readonly keys: Matrix;
  /** [m × D] */
  readonly values: Matrix;
}

/** Who may look at whom among new tokens: each at all of them, or each at those up to itself. */
export type NewTokens = 'together' | 'one by one';

/** The steps of one decoder block for n new tokens after m old ones. */
export interface DecoderBlockResult {
  /** `heads[h].weights` is [n × (m + n)]. */
  readonly heads: readonly AttentionHead[];
  readonly cache: KeyValueCache;
  /** [n × D] */
  readonly output: Matrix;
}

/**
 * A pre-LN decoder block (Radford et al. 2019, GPT-2, section 2.3), z [n × D] → [n × D]: n new tokens
 * look at the m tokens before them, whose keys and values are in the cache, and at each other. The MLP
 * has a squared ReLU.
 */
export function decoderBlock(
  z: Matrix,
  before: KeyValueCache,
  weights: DecoderBlockWeights,
  headCount: number,
  newTokens: NewTokens,
): DecoderBlockResult {
  const x = layerNorm(z, weights.attentionNorm);
  const { queries, keys, values, output } = weights.attention;
  const cache = {
    keys: concatRows([before.keys, linear(x, keys)]), // [m + n × D]
    values: concatRows([before.values, linear(x, values)]),
  };
  const mask = newTokens === 'together' ? undefined : causalMaskAfter(before.keys.rows, z.rows);
  const heads = attendInHeads(linear(x, queries), cache.keys, cache.values, headCount, { mask });
  const attended = add(linear(joinHeads(heads), output), z); // [n × D]
  const hidden = linear(layerNorm(attended, weights.mlpNorm), weights.mlpHidden); // [n × M]
  const mlp = linear(squaredReluMatrix(hidden), weights.mlpOutput); // [n × D]
  const sum = add(mlp, attended);
  const { adapter } = weights;
  return { heads, cache, output: adapter ? bottleneckAdapter(sum, adapter) : sum };
}

/** A cache of nothing, for a width of D. */
export function emptyCache(width: number): KeyValueCache {
  return { keys: createMatrix(0, width), values: createMatrix(0, width) };
}

/** New token i may look at the m old ones and the new ones up to itself, [n × (m + n)]. */
function causalMaskAfter(old: number, count: number): Matrix {
  const mask = createMatrix(count, old + count);
  for (let row = 0; row < count; row++) rowOf(mask, row).fill(1, 0, old + row + 1);
  return mask;
}
