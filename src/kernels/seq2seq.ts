import type { AttentionHead } from './attention.ts';
import { crossBlock, type CrossBlockWeights, crossCache } from './crossBlock.ts';
import { decoderBlock, emptyCache, type KeyValueCache } from './decoderBlock.ts';
import { embedTokens } from './embedding.ts';
import type { EncoderBlockWeights } from './encoderBlock.ts';
import type { PixelImage } from './image.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
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
import { patchify } from './patchEmbedding.ts';

/** The parameters of an encoder–decoder with one vocabulary for all that it reads and writes. */
export interface Seq2seqParameters {
  /** P²C → D */
  readonly patchProjection: Linear;
  /** [patches × D] */
  readonly patchPosition: Matrix;
  /** [V × D], of instruction and target; its transpose is also the output layer */
  readonly embedding: Matrix;
  /** [longest instruction × D] */
  readonly textPosition: Matrix;
  /** [longest target × D] */
  readonly targetPosition: Matrix;
  /** [D × D] each: what a token receives of the one before it, see `readTokens` in decoder.ts */
  readonly previousInput: Matrix;
  readonly previousTarget: Matrix;
  readonly encoder: readonly EncoderBlockWeights[];
  readonly encoderNorm: LayerNorm;
  readonly decoder: readonly CrossBlockWeights[];
  readonly decoderNorm: LayerNorm;
}

/** How an encoder–decoder stands after some tokens: all that is needed to write on. */
export interface WritingState {
  /** Keys and values of the encoder's output, one a block */
  readonly read: readonly KeyValueCache[];
  /** Keys and values of what is written, one a block */
  readonly written: readonly KeyValueCache[];
  /** Tokens written, with the start */
  readonly length: number;
  /** The input of the last token, before the mix; zero if there is none, [1 × D] */
  readonly last: Matrix;
}

/** The embedding has variance 1 / D, for the logits; at the input it is brought to about 1. */
const INPUT_SCALE = 4;

/**
 * Reads an image of N patches and an instruction of t tokens as one sequence (VL-T5, arXiv 2102.02779,
 * section 3; OFA, arXiv 2202.03052): the output of the encoder [N + t × D]. Throws a RangeError if the
 * image or the instruction does not fit.
 */
export function encodeTogether(
  image: PixelImage,
  patchSize: number,
  instruction: readonly number[],
  parameters: Seq2seqParameters,
  heads: number,
): Matrix {
  const { patchProjection, patchPosition, embedding, textPosition } = parameters;
  const patches = linear(patchify(image, patchSize), patchProjection); // [N × D]
  const words = scale(embedTokens(instruction, embedding), INPUT_SCALE); // [t × D]
  const x = concatRows([
    add(patches, patchPosition),
    add(words, sliceRows(textPosition, 0, instruction.length)),
  ]); // [N + t × D]
  const previous = concatRows([createMatrix(1, x.columns), sliceRows(x, 0, x.rows - 1)]);
  const start = add(x, matmul(previous, parameters.previousInput));
  const end = parameters.encoder.reduce(
    (z, block) => decoderBlock(z, emptyCache(x.columns), block, heads, 'together').output,
    start,
  );
  return layerNorm(end, parameters.encoderNorm);
}

/** The decoder before its first token, beside the encoder's output [m × D]. */
export function startWriting(memory: Matrix, { decoder }: Seq2seqParameters): WritingState {
  return {
    read: decoder.map((block) => crossCache(memory, block)),
    written: decoder.map(() => emptyCache(memory.columns)),
    length: 0,
    last: createMatrix(1, memory.columns),
  };
}

/**
 * Writes one more token: the logits of the token after it [V], and where each head of each block
 * looked, `attention[layer][head].weights` [1 × m]. The result is that of reading everything that is
 * written again, for keys and values are kept.
 */
export function writeToken(
  token: number,
  state: WritingState,
  parameters: Seq2seqParameters,
  heads: number,
): { state: WritingState; logits: Float32Array; attention: (readonly AttentionHead[])[] } {
  const { embedding, targetPosition, previousTarget, decoder, decoderNorm } = parameters;
  const place = sliceRows(targetPosition, state.length, state.length + 1);
  const input = add(scale(embedTokens([token], embedding), INPUT_SCALE), place); // [1 × D]
  let z = add(input, matmul(state.last, previousTarget));
  const results = decoder.map((block, layer) => {
    const result = crossBlock(z, state.written[layer], state.read[layer], block, heads);
    z = result.output;
    return result;
  });
  return {
    state: {
      read: state.read,
      written: results.map(({ cache }) => cache),
      length: state.length + 1,
      last: input,
    },
    logits: matmul(layerNorm(z, decoderNorm), transpose(embedding)).data, // [1 × V]
    attention: results.map((result) => result.heads),
  };
}
