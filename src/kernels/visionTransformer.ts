import { encoderBlock, type EncoderBlockResult, type EncoderBlockWeights } from './encoderBlock.ts';
import type { PixelImage } from './image.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
import { add, concatRows, createMatrix, type Matrix, rowOf, sliceRows, sumRows } from './matrix.ts';
import type { VisionTransformerConfig } from './modelCost.ts';
import { patchEmbed, patchify } from './patchEmbedding.ts';

/** Every parameter of a Vision Transformer. */
export interface VisionTransformerParameters {
  /** E [P²C × D] and its bias */
  readonly patchProjection: Linear;
  /** x_cls [D] */
  readonly classToken: Float32Array;
  /** E_pos [N + 1 × D] */
  readonly positionEmbedding: Matrix;
  readonly blocks: readonly EncoderBlockWeights[];
  readonly finalNorm: LayerNorm;
  /** D → classes */
  readonly head: Linear;
}

/** What stands for the whole image: the class token, or the mean of the patch tokens. */
export type Representation = 'class' | 'mean';

/** All steps from image to logits. T = N + 1 tokens, the class token first. */
export interface VisionTransformerResult {
  /** The flattened patches [N × P²C] */
  readonly patches: Matrix;
  /** z_0, z_1, … z_L, each [T × D] */
  readonly tokens: readonly Matrix[];
  /** The L encoder blocks; `blocks[ℓ].attention.heads[h].weights` is [T × T]. */
  readonly blocks: readonly EncoderBlockResult[];
  /** y [D], after the final layer normalisation */
  readonly representation: Float32Array;
  /** [classes] */
  readonly logits: Float32Array;
}

/**
 * The forward pass of a Vision Transformer (Dosovitskiy et al. 2021, arXiv 2010.11929, equations 1 to 4):
 * z_0 = [x_cls; x_p E] + E_pos, then L encoder blocks, then y = LN(z_L) at the class token.
 * Throws a RangeError if the image does not fit the configuration.
 */
export function visionTransformer(
  image: PixelImage,
  parameters: VisionTransformerParameters,
  config: VisionTransformerConfig,
  representedBy: Representation = 'class',
): VisionTransformerResult {
  const { imageSize, channels, patchSize, width } = config;
  if (image.height !== imageSize || image.width !== imageSize || image.channels !== channels) {
    throw new RangeError(
      `${config.name} needs an image of ${imageSize}×${imageSize}×${channels}, got ${image.height}×${image.width}×${image.channels}`,
    );
  }
  const patches = patchify(image, patchSize); // [N × P²C]
  const { weight, bias } = parameters.patchProjection;
  const embedded = patchEmbed(patches, weight, bias); // [N × D]
  const classToken = createMatrix(1, width, parameters.classToken);
  let z = add(concatRows([classToken, embedded]), parameters.positionEmbedding); // z_0 [T × D]
  const tokens = [z];
  const blocks = parameters.blocks.map((weights) => {
    const block = encoderBlock(z, weights, config.heads);
    z = block.output;
    tokens.push(z);
    return block;
  });
  const representation = represent(layerNorm(z, parameters.finalNorm), representedBy);
  const logits = linear(createMatrix(1, width, representation), parameters.head).data;
  return { patches, tokens, blocks, representation, logits };
}

function represent(tokens: Matrix, representedBy: Representation): Float32Array {
  if (representedBy === 'class') return rowOf(tokens, 0).slice();
  const patches = sliceRows(tokens, 1, tokens.rows); // [N × D]
  return sumRows(patches).map((sum) => sum / patches.rows);
}
