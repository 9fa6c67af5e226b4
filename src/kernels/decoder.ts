import type { AttentionHead } from './attention.ts';
import {
  decoderBlock,
  type DecoderBlockWeights,
  emptyCache,
  type KeyValueCache,
  type NewTokens,
} from './decoderBlock.ts';
import { embedTokens } from './embedding.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import {
  add,
  concatRows,
  createMatrix,
  matmul,
  type Matrix,
  scale,
  sliceRows,
  transpose,
} from './matrix.ts';

/** The parameters of a decoder-only language model. */
export interface DecoderParameters {
  /** [V × D]; its transpose is also the output layer */
  readonly embedding: Matrix;
  /** [longest prefix × D] */
  readonly prefixPosition: Matrix;
  /** [longest text × D] */
  readonly position: Matrix;
  /** [D × D], see `readTokens` */
  readonly previousToken: Matrix;
  readonly blocks: readonly DecoderBlockWeights[];
  readonly finalNorm: LayerNorm;
  /** Learned vectors before every prefix [m × D], of a decoder that has been tuned so */
  readonly softPrompt?: Matrix | undefined;
}

/** What a decoder has read so far: all that is needed to read on. */
export interface DecoderState {
  /** Tokens of the text, without the prefix */
  readonly textLength: number;
  /** One a block */
  readonly caches: readonly KeyValueCache[];
  /** The input of the last token, before the mix; zero if there is none, [1 × D] */
  readonly last: Matrix;
}

/** What a decoder makes of some more tokens. */
export interface DecoderReading {
  readonly state: DecoderState;
  /** Of the token after each one, [n × V] */
  readonly logits: Matrix;
  /** `attention[layer][head].weights` is [n × (m + p + text so far)], the soft prompt and the prefix first. */
  readonly attention: readonly (readonly AttentionHead[])[];
}

/** The embedding has variance 1 / D, for the logits; at the input it is brought to about 1. */
const INPUT_SCALE = 4;

/**
 * Reads a prefix of p vectors [p × D], such as image tokens. They all see each other, as in a prefix
 * language model (Raffel et al. 2020, T5, arXiv 1910.10683, section 3.2.1); the text will see them all.
 * A soft prompt (Lester et al. 2021, arXiv 2104.08691) comes first and is a part of the prefix; the
 * positions are counted from the vectors after it.
 */
export function readPrefix(
  prefix: Matrix,
  parameters: DecoderParameters,
  heads: number,
): DecoderState {
  const { embedding, prefixPosition, blocks, softPrompt } = parameters;
  const width = embedding.columns;
  const nothing: DecoderState = {
    textLength: 0,
    caches: blocks.map(() => emptyCache(width)),
    last: createMatrix(1, width),
  };
  const placed = add(prefix, sliceRows(prefixPosition, 0, prefix.rows)); // [p × D]
  const inputs = softPrompt ? concatRows([softPrompt, placed]) : placed; // [m + p × D]
  if (inputs.rows === 0) return nothing;
  return passBlocks(inputs, nothing, parameters, heads, 'together').state;
}

/**
 * Reads n more tokens of the text, each of which sees the prefix and the text up to itself. The result
 * is that of reading everything at once: keys and values of what was read are kept, not computed again.
 * Before the blocks each position also receives a projection of the one before it, as in RWKV's token
 * shift (Peng et al. 2023, arXiv 2305.13048): a pair such as "red circle" is then one vector.
 */
export function readTokens(
  tokens: readonly number[],
  state: DecoderState,
  parameters: DecoderParameters,
  heads: number,
): DecoderReading {
  const { position, embedding, finalNorm } = parameters;
  const textLength = state.textLength + tokens.length;
  const places = sliceRows(position, state.textLength, textLength);
  const inputs = add(embedText(tokens, parameters), places); // [n × D]
  const passed = passBlocks(inputs, state, parameters, heads, 'one by one');
  const logits = matmul(layerNorm(passed.output, finalNorm), transpose(embedding)); // [n × V]
  return { state: { ...passed.state, textLength }, logits, attention: passed.attention };
}

/** Tokens as the decoder's inputs [n × D], without their positions: also how a text becomes a prefix. */
export function embedText(tokens: readonly number[], { embedding }: DecoderParameters): Matrix {
  return scale(embedTokens(tokens, embedding), INPUT_SCALE);
}

function passBlocks(
  inputs: Matrix,
  state: DecoderState,
  { previousToken, blocks }: DecoderParameters,
  heads: number,
  newTokens: NewTokens,
) {
  const count = inputs.rows;
  const previous = concatRows([state.last, sliceRows(inputs, 0, count - 1)]); // moved on by one
  let z = add(inputs, matmul(previous, previousToken)); // [n × D]
  const results = blocks.map((weights, layer) => {
    const result = decoderBlock(z, state.caches[layer], weights, heads, newTokens);
    z = result.output;
    return result;
  });
  const caches = results.map(({ cache }) => cache);
  const last = sliceRows(inputs, count - 1, count);
  return {
    state: { textLength: state.textLength, caches, last },
    output: z,
    attention: results.map((result) => result.heads),
  };
}
