import { numpy as np } from '@jax-js/jax';
import { type Block, initialBlock, transformerBlocks } from './block.ts';
import type { Initialiser } from './initialise.ts';
import {
  initialLayerNorm,
  initialLinear,
  type LayerNorm,
  layerNorm,
  type Linear,
  linear,
} from './layers.ts';
import type { Tensor } from './tensor.ts';

/** The sizes of a vision encoder. */
export interface VisionConfig {
  imageSize: number;
  patchSize: number;
  width: number;
  layers: number;
  heads: number;
  mlpWidth: number;
  /** A classifier may have one; for a language model only the patches' tokens count. */
  hasClassToken: boolean;
}

/** The parameters of a Vision Transformer without its head, named as in src/kernels. */
export interface VisionEncoder {
  /** P²C → D */
  patchProjection: Linear;
  /** [1 × D] */
  classToken?: Tensor;
  /** [T × D], T = N patches, or N + 1 with a class token */
  positionEmbedding: Tensor;
  blocks: Block[];
  finalNorm: LayerNorm;
}

/** A new vision encoder for RGB images with values in [0, 1]. */
export function initialVisionEncoder(init: Initialiser, config: VisionConfig): VisionEncoder {
  const { imageSize, patchSize, width, layers, mlpWidth, hasClassToken } = config;
  const tokens = (imageSize / patchSize) ** 2 + (hasClassToken ? 1 : 0);
  return {
    patchProjection: initialPatchProjection(init, patchSize * patchSize * 3, width),
    ...(hasClassToken ? { classToken: init.normal([1, width], 0.02) } : {}),
    positionEmbedding: init.normal([tokens, width], 0.1),
    blocks: Array.from({ length: layers }, () => initialBlock(init, width, mlpWidth)),
    finalNorm: initialLayerNorm(init, width),
  };
}

/** A projection whose bias makes it start as if the mean of the pixels, about ½, were taken off. */
export function initialPatchProjection(
  init: Initialiser,
  patchLength: number,
  width: number,
): Linear {
  const { weight, bias } = initialLinear(init, patchLength, width);
  return { weight, bias: bias.sub(weight.ref.sum(0).mul(0.5)) };
}

/**
 * The forward pass of a Vision Transformer (Dosovitskiy et al. 2021, arXiv 2010.11929, equations 1 to 3),
 * images [B × H × W × C] → tokens after the final layer normalisation [B × T × D].
 */
export function visionEncoder(
  images: Tensor,
  parameters: VisionEncoder,
  heads: number,
  patchSize: number,
): Tensor {
  const { patchProjection, classToken, positionEmbedding, blocks, finalNorm } = parameters;
  const batch = images.shape[0];
  let z = linear(patchify(images, patchSize), patchProjection); // [B × N × D]
  if (classToken) z = np.concatenate([np.tile(classToken, [batch, 1, 1]), z], 1); // [B × T × D]
  const count = z.shape[1];
  const filling = classToken ? -count & 7 : 0;
  z = z.add(positionEmbedding);
  if (filling > 0) z = np.pad(z, { 1: [0, filling] });
  z = transformerBlocks(z, blocks, {
    heads,
    activation: 'gelu',
    mask: fillingMask(count, filling),
  });
  return layerNorm(filling > 0 ? z.slice([], [0, count]) : z, finalNorm);
}

/**
 * With a class token the number of tokens is odd, and the engine multiplies multiples of 8 several times
 * faster: so tokens are filled up with zeros, which nobody looks at. [count + filling], 0 or −1e9.
 */
function fillingMask(count: number, filling: number): Tensor | undefined {
  if (filling === 0) return undefined;
  const isToken = np.arange(count + filling).less(count);
  return isToken.astype(np.float32).sub(1).mul(1e9);
}

/** [B × H × W × C] → [B × N × P²C], patches row by row, inside a patch row, column, channel. */
export function patchify(images: Tensor, size: number): Tensor {
  const [batch, height, width, channels] = images.shape;
  const [rows, columns] = [height / size, width / size];
  return images
    .reshape([batch, rows, size, columns, size, channels])
    .transpose([0, 1, 3, 2, 4, 5]) // [B × H/P × W/P × P × P × C]
    .reshape([batch, rows * columns, size * size * channels]);
}
