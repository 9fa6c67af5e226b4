import { numpy as np } from '@jax-js/jax';
import { type Block, initialBlock, transformerBlocks } from './block.ts';
import type { Initialiser } from './initialise.ts';
import { embed, initialLayerNorm, type LayerNorm, layerNorm } from './layers.ts';
import type { Tensor } from './tensor.ts';

/** The sizes of a text encoder. */
export interface TextConfig {
  vocabulary: number;
  textLength: number;
  width: number;
  layers: number;
  heads: number;
  mlpWidth: number;
}

/** The parameters of a text encoder. */
export interface TextEncoder {
  /** [V × D] */
  embedding: Tensor;
  /** [n × D] */
  position: Tensor;
  blocks: Block[];
  finalNorm: LayerNorm;
}

/** A new text encoder. */
export function initialTextEncoder(init: Initialiser, config: TextConfig): TextEncoder {
  const { vocabulary, textLength, width, layers, mlpWidth } = config;
  return {
    embedding: init.normal([vocabulary, width], 1),
    position: init.normal([textLength, width], 0.1),
    blocks: Array.from({ length: layers }, () => initialBlock(init, width, mlpWidth)),
    finalNorm: initialLayerNorm(init, width),
  };
}

/**
 * One vector a text, tokens [B × n] (int32, padded with 0) → [B × D]: a bidirectional Transformer and
 * the mean over what is not padding. (CLIP's is causal and takes the last token instead.)
 */
export function textEncoder(tokens: Tensor, parameters: TextEncoder, heads: number): Tensor {
  const { embedding, position, blocks, finalNorm } = parameters;
  const [batch, length] = tokens.shape;
  const isText = tokens.ref.notEqual(0).astype(np.float32); // [B × n]
  const mask = isText.ref.sub(1).mul(1e9).reshape([batch, 1, 1, length]);
  const z = transformerBlocks(embed(tokens, embedding).add(position), blocks, {
    heads,
    activation: 'gelu',
    mask,
  });
  const counts = isText.ref.sum(1, { keepdims: true }); // [B × 1]
  const total = layerNorm(z, finalNorm)
    .mul(isText.reshape([batch, length, 1]))
    .sum(1); // [B × D]
  return total.mul(np.reciprocal(counts));
}
