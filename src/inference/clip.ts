import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { PixelImage } from '../kernels/image.ts';
import { createMatrix, matmul, type Matrix, rowOf, sumRows } from '../kernels/matrix.ts';
import { textEncoder } from '../kernels/textEncoder.ts';
import { unitRows } from '../kernels/unitVectors.ts';
import {
  visionEncoder,
  type VisionEncoderParameters,
  type VisionEncoderResult,
} from '../kernels/visionEncoder.ts';
import { SMALL_WORLD, type WorldConfig } from '../world/config.ts';
import { createTokenizer, SPECIAL, type Tokenizer } from '../world/vocabulary.ts';
import { HEADS } from './sizes.ts';
import { type ClipWeights, clipWeights } from './weights.ts';

/** The trained toy CLIP. */
export interface Clip {
  weights: ClipWeights;
  tokenizer: Tokenizer;
  /** 1 / τ: what cosines are multiplied with before softmax */
  scale: number;
}

/** As in src/vlm/clip.ts: 1 / τ is at most e^4.6 ≈ 100. */
const MAXIMUM_LOG_SCALE = 4.6;

/** The CLIP of a file. Throws a CheckpointError if its tensors are not those of one. */
export function createClip(file: CheckpointFile, world: WorldConfig = SMALL_WORLD): Clip {
  const weights = clipWeights(file);
  const scale = Math.exp(Math.min(weights.logScale, MAXIMUM_LOG_SCALE));
  return { weights, tokenizer: createTokenizer(world), scale };
}

/** An image in the common space, whole and patch by patch. */
export interface ImageEmbedding {
  /** Every step of the vision encoder; `encoded.output` are the image tokens [N × D]. */
  encoded: VisionEncoderResult;
  /** The mean of the image tokens, projected, as a unit vector [E] */
  embedding: Float32Array;
  /** Each image token on its own, projected, as unit vectors [N × E]; CLIP was trained on their mean only */
  patches: Matrix;
}

/** Embeds the model's picture of a scene (src/world/drawing.ts, `pixelsOf`). */
export function imageEmbedding({ weights }: Clip, pixels: PixelImage): ImageEmbedding {
  const encoded = encodeImage(weights.vision, pixels);
  const { output } = encoded;
  const mean = sumRows(output).map((sum) => sum / output.rows); // [D]
  const whole = matmul(createMatrix(1, mean.length, mean), weights.imageProjection); // [1 × E]
  return {
    encoded,
    embedding: rowOf(unitRows(whole), 0),
    patches: unitRows(matmul(output, weights.imageProjection)),
  };
}

/** A text's unit vector [E]. The words are those of a caption; an unknown one throws a RangeError. */
export function textEmbedding(
  { weights, tokenizer }: Clip,
  words: readonly string[],
): Float32Array {
  const tokens = tokenizer.encode([SPECIAL.facts, ...words]); // as in training
  const encoded = textEncoder(tokens, weights.text, HEADS); // [D]
  const projected = matmul(createMatrix(1, encoded.length, encoded), weights.textProjection);
  return rowOf(unitRows(projected), 0);
}

/** The image tokens of a picture and how they came about; the patch size is that of the projection. */
export function encodeImage(
  parameters: VisionEncoderParameters,
  pixels: PixelImage,
): VisionEncoderResult {
  const patchSize = Math.sqrt(parameters.patchProjection.weight.rows / pixels.channels);
  return visionEncoder(pixels, parameters, patchSize, HEADS);
}

/** The cosine of two unit vectors. */
export const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * b[index], 0);
