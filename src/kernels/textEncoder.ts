import { embedTokens } from './embedding.ts';
import { encoderBlock, type EncoderBlockWeights } from './encoderBlock.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { add, type Matrix, sliceRows, sumRows } from './matrix.ts';

/** The parameters of a text encoder. */
export interface TextEncoderParameters {
  /** [V × D] */
  readonly embedding: Matrix;
  /** [longest text × D] */
  readonly position: Matrix;
  readonly blocks: readonly EncoderBlockWeights[];
  readonly finalNorm: LayerNorm;
}

/**
 * One vector for a text of n tokens → [D]: a bidirectional Transformer (Devlin et al. 2019, arXiv
 * 1810.04805) and the mean of its outputs. Padding is simply left out: what every token ignores
 * changes nothing. (CLIP's text encoder is causal and takes the last token instead.)
 */
export function textEncoder(
  tokens: readonly number[],
  parameters: TextEncoderParameters,
  heads: number,
): Float32Array {
  const { embedding, position, blocks, finalNorm } = parameters;
  const placed = add(embedTokens(tokens, embedding), sliceRows(position, 0, tokens.length)); // [n × D]
  const output = blocks.reduce((z, block) => encoderBlock(z, block, heads).output, placed);
  return sumRows(layerNorm(output, finalNorm)).map((sum) => sum / tokens.length);
}
