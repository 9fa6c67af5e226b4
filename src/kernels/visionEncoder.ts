import { encoderBlock, type EncoderBlockResult, type EncoderBlockWeights } from './encoderBlock.ts';
import type { PixelImage } from './image.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import type { Linear } from './linear.ts';
import { add, concatRows, createMatrix, type Matrix } from './matrix.ts';
import { patchEmbed, patchify } from './patchEmbedding.ts';

/** The parameters of a Vision Transformer without its head. */
export interface VisionEncoderParameters {
  /** E [P²C × D] and its bias */
  readonly patchProjection: Linear;
  /** x_cls [D]; an encoder whose patches alone are used has none. */
  readonly classToken?: Float32Array;
  /** E_pos [T × D], T = N patches, or N + 1 with a class token */
  readonly positionEmbedding: Matrix;
  readonly blocks: readonly EncoderBlockWeights[];
  readonly finalNorm: LayerNorm;
}

/** All steps from image to tokens. */
export interface VisionEncoderResult {
  /** The flattened patches [N × P²C] */
  readonly patches: Matrix;
  /** z_0, z_1, … z_L, each [T × D] */
  readonly tokens: readonly Matrix[];
  /** The L encoder blocks; `blocks[ℓ].attention.heads[h].weights` is [T × T]. */
  readonly blocks: readonly EncoderBlockResult[];
  /** LN(z_L) [T × D]: what the rest of a system reads */
  readonly output: Matrix;
}

/**
 * The encoder of a Vision Transformer (Dosovitskiy et al. 2021, arXiv 2010.11929, equations 1 to 3):
 * z_0 = [x_cls; x_p E] + E_pos, then L encoder blocks, then a layer normalisation. The class token
 * comes first, if there is one. Throws a RangeError if the image's patches are not those of E_pos.
 */
export function visionEncoder(
  image: PixelImage,
  parameters: VisionEncoderParameters,
  patchSize: number,
  heads: number,
): VisionEncoderResult {
  const { patchProjection, classToken, positionEmbedding, finalNorm } = parameters;
  const patches = patchify(image, patchSize); // [N × P²C]
  const embedded = patchEmbed(patches, patchProjection.weight, patchProjection.bias); // [N × D]
  const all = classToken
    ? concatRows([createMatrix(1, embedded.columns, classToken), embedded]) // [N + 1 × D]
    : embedded;
  let z = add(all, positionEmbedding); // z_0 [T × D]
  const tokens = [z];
  const blocks = parameters.blocks.map((weights) => {
    const block = encoderBlock(z, weights, heads);
    z = block.output;
    tokens.push(z);
    return block;
  });
  return { patches, tokens, blocks, output: layerNorm(z, finalNorm) };
}
