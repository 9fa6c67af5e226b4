import type { PixelImage } from './image.ts';
import { type Linear, linear } from './linear.ts';
import { createMatrix, type Matrix, rowOf, sliceRows, sumRows } from './matrix.ts';
import type { VisionTransformerConfig } from './modelCost.ts';
import {
  visionEncoder,
  type VisionEncoderParameters,
  type VisionEncoderResult,
} from './visionEncoder.ts';

/** Every parameter of a Vision Transformer. */
export interface VisionTransformerParameters extends VisionEncoderParameters {
  /** x_cls [D] */
  readonly classToken: Float32Array;
  /** D → classes */
  readonly head: Linear;
}

/** What stands for the whole image: the class token, or the mean of the patch tokens. */
export type Representation = 'class' | 'mean';

/** All steps from image to logits. T = N + 1 tokens, the class token first. */
export interface VisionTransformerResult extends VisionEncoderResult {
  /** y [D], after the final layer normalisation */
  readonly representation: Float32Array;
  /** [classes] */
  readonly logits: Float32Array;
}

/**
 * The forward pass of a Vision Transformer (Dosovitskiy et al. 2021, arXiv 2010.11929, equations 1 to 4):
 * the encoder, then y = LN(z_L) at the class token, then the head.
 * Throws a RangeError if the image does not fit the configuration.
 */
export function visionTransformer(
  image: PixelImage,
  parameters: VisionTransformerParameters,
  config: VisionTransformerConfig,
  representedBy: Representation = 'class',
): VisionTransformerResult {
  const { imageSize, channels, patchSize, heads } = config;
  if (image.height !== imageSize || image.width !== imageSize || image.channels !== channels) {
    throw new RangeError(
      `${config.name} needs an image of ${imageSize}×${imageSize}×${channels}, got ${image.height}×${image.width}×${image.channels}`,
    );
  }
  const encoded = visionEncoder(image, parameters, patchSize, heads);
  const representation = represent(encoded.output, representedBy);
  const logits = linear(createMatrix(1, representation.length, representation), parameters.head);
  return { ...encoded, representation, logits: logits.data };
}

/** y [D] of the encoder's output [N + 1 × D]: its row of the class token, or the mean of the patches' rows. */
export function represent(output: Matrix, representedBy: Representation): Float32Array {
  if (representedBy === 'class') return rowOf(output, 0).slice();
  const patches = sliceRows(output, 1, output.rows); // [N × D]
  return sumRows(patches).map((sum) => sum / patches.rows);
}
