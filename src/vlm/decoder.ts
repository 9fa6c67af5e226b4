import { numpy as np } from '@jax-js/jax';
import { type Block, initialBlock, transformerBlocks } from './block.ts';
import type { BottleneckAdapter } from './bottleneckAdapter.ts';
import type { Initialiser } from './initialise.ts';
import { embed, initialLayerNorm, type LayerNorm, layerNorm, project } from './layers.ts';
import type { Lora } from './lora.ts';
import { type SoftPrompt, withSoftPrompt } from './softPrompt.ts';
import { type Tensor, tensor } from './tensor.ts';

/** The sizes of a decoder. */
export interface DecoderConfig {
  vocabulary: number;
  /** The longest prefix and the longest text, in tokens */
  prefixLength: number;
  textLength: number;
  width: number;
  layers: number;
  heads: number;
  mlpWidth: number;
}

/** The parameters of a decoder-only language model. */
export interface Decoder {
  /** [V × D]; its transpose is also the output layer */
  embedding: Tensor;
  /** [prefixLength × D] */
  prefixPosition: Tensor;
  /** [textLength × D] */
  position: Tensor;
  /** [D × D], see `decoder` */
  previousToken: Tensor;
  blocks: Block[];
  finalNorm: LayerNorm;
}

/** What parameter-efficient tuning adds to a decoder. */
export interface DecoderChanges {
  lora?: Lora | undefined;
  adapters?: BottleneckAdapter[] | undefined;
  softPrompt?: SoftPrompt | undefined;
}

/** The table has variance 1 / D, for the logits; at the input it is brought to about 1. */
const INPUT_SCALE = 4;

/** A new language model. */
export function initialDecoder(init: Initialiser, config: DecoderConfig): Decoder {
  const { vocabulary, prefixLength, textLength, width, layers, mlpWidth } = config;
  return {
    embedding: init.normal([vocabulary, width], 1 / Math.sqrt(width)),
    prefixPosition: init.normal([prefixLength, width], 0.1),
    position: init.normal([textLength, width], 0.1),
    previousToken: init.normal([width, width], 0.5 / Math.sqrt(width)),
    blocks: Array.from({ length: layers }, () => initialBlock(init, width, mlpWidth)),
    finalNorm: initialLayerNorm(init, width),
  };
}

/** Token embeddings at the scale of the decoder's input, [B × n] → [B × n × D]; consumes the table. */
export function embedTokens(tokens: Tensor, embedding: Tensor): Tensor {
  return embed(tokens, embedding).mul(INPUT_SCALE);
}

/**
 * The logits of the next token at every text position: prefix [B × p × D] (image tokens, or the
 * embeddings of a text), tokens [B × n] (int32), mask of `prefixMask`, a soft prompt counting as
 * prefix → [B × n × V].
 * Before the blocks each position also receives a projection of the one before it, as RWKV's token
 * shift does: a pair such as "red circle" is then one vector without an attention layer spent on it.
 */
export function decoder(
  prefix: Tensor,
  tokens: Tensor,
  mask: Tensor,
  parameters: Decoder,
  heads: number,
  { lora, adapters, softPrompt }: DecoderChanges = {},
): Tensor {
  const { embedding, prefixPosition, position, previousToken, blocks, finalNorm } = parameters;
  const length = tokens.shape[1];
  const text = embedTokens(tokens, embedding.ref).add(position.slice([0, length])); // [B × n × D]
  const placed = prefix.add(prefixPosition.slice([0, prefix.shape[1]])); // [B × p × D]
  const start = softPrompt ? withSoftPrompt(softPrompt, placed) : placed;
  const joined = np.concatenate([start, text], 1); // [B × (m + p + n) × D]
  const x = joined.ref.add(shift(project(joined, previousToken)));
  const z = transformerBlocks(x, blocks, { heads, activation: 'squaredRelu', mask }, (layer) => ({
    lora: lora?.[layer],
    adapter: adapters?.[layer],
  }));
  const total = z.shape[1];
  const outputs = z.slice([], [total - length, total]); // [B × n × D]
  return project(layerNorm(outputs, finalNorm), embedding.transpose());
}

/** Every row moved one position on, the first one zero, [B × n × D]. */
export function shift(x: Tensor): Tensor {
  const length = x.shape[1];
  return np.pad(x.slice([], [0, length - 1]), [
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
}

/**
 * The mask of a prefix language model: every token sees the whole prefix, a text token also the text
 * up to itself. [(p + n) × (p + n)], 0 where a query may look and −1e9 where not.
 */
export function prefixMask(prefixLength: number, textLength: number): Tensor {
  const length = prefixLength + textLength;
  const data = new Float32Array(length * length);
  for (let query = 0; query < length; query++) {
    data.fill(-1e9, query * length + Math.max(query + 1, prefixLength), (query + 1) * length);
  }
  return tensor(data, [length, length]);
}
