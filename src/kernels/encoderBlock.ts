import {
  multiHeadAttention,
  type MultiHeadAttentionResult,
  type MultiHeadAttentionWeights,
} from './attention.ts';
import { geluMatrix } from './gelu.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
import { add, type Matrix } from './matrix.ts';

/** The parameters of one encoder block. */
export interface EncoderBlockWeights {
  readonly attentionNorm: LayerNorm;
  readonly attention: MultiHeadAttentionWeights;
  readonly mlpNorm: LayerNorm;
  /** D → MLP width */
  readonly mlpHidden: Linear;
  /** MLP width → D */
  readonly mlpOutput: Linear;
}

/** The steps of one encoder block. */
export interface EncoderBlockResult {
  readonly attention: MultiHeadAttentionResult;
  /** z′_ℓ = MSA(LN(z)) + z [n × D] */
  readonly afterAttention: Matrix;
  /** z_ℓ = MLP(LN(z′)) + z′ [n × D] */
  readonly output: Matrix;
}

/**
 * A pre-LN Transformer encoder block (ViT, arXiv 2010.11929, equations 2 and 3), z [n × D] → [n × D]:
 * z′ = MSA(LN(z)) + z,  z = MLP(LN(z′)) + z′. The Transformer of 2017 normalised after the sum instead.
 */
export function encoderBlock(
  z: Matrix,
  weights: EncoderBlockWeights,
  headCount: number,
): EncoderBlockResult {
  const attention = multiHeadAttention(
    layerNorm(z, weights.attentionNorm),
    weights.attention,
    headCount,
  );
  const afterAttention = add(attention.output, z);
  const hidden = linear(layerNorm(afterAttention, weights.mlpNorm), weights.mlpHidden); // [n × D] → [n × M]
  const mlp = linear(geluMatrix(hidden), weights.mlpOutput); // [n × M] → [n × D]
  return { attention, afterAttention, output: add(mlp, afterAttention) };
}
