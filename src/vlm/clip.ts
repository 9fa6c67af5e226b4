import { numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import type { Tensor } from './tensor.ts';
import {
  initialTextEncoder,
  type TextConfig,
  type TextEncoder,
  textEncoder,
} from './textEncoder.ts';
import {
  initialVisionEncoder,
  type VisionConfig,
  type VisionEncoder,
  visionEncoder,
} from './visionEncoder.ts';

/** The sizes of a toy CLIP. */
export interface ClipConfig {
  vision: VisionConfig;
  text: TextConfig;
  /** Width of the common space */
  embeddingWidth: number;
}

/** The parameters of a toy CLIP. */
export interface Clip {
  vision: VisionEncoder;
  text: TextEncoder;
  /** [D × E] */
  imageProjection: Tensor;
  /** [D × E] */
  textProjection: Tensor;
  /** ln(1 / τ), [1] */
  logScale: Tensor;
}

/** 1 / τ may not exceed e^4.6 ≈ 100, as in CLIP. */
const MAXIMUM_LOG_SCALE = 4.6;

/** A new toy CLIP with τ = 0.1. */
export function initialClip(init: Initialiser, config: ClipConfig): Clip {
  const { vision, text, embeddingWidth } = config;
  return {
    vision: initialVisionEncoder(init, vision),
    text: initialTextEncoder(init, text),
    imageProjection: init.normal([vision.width, embeddingWidth], 1 / Math.sqrt(vision.width)),
    textProjection: init.normal([text.width, embeddingWidth], 1 / Math.sqrt(text.width)),
    logScale: init.ones([1]).mul(Math.log(10)),
  };
}

/** Unit vectors of images [B × H × W × C] → [B × E]: the mean of the patches' tokens, projected. */
export function imageEmbedding(images: Tensor, clip: Clip, config: VisionConfig): Tensor {
  const tokens = visionEncoder(images, clip.vision, config.heads, config.patchSize);
  const patches = config.hasClassToken ? tokens.slice([], [1, tokens.shape[1]]) : tokens;
  return unit(np.matmul(patches.mean(1), clip.imageProjection));
}

/** Unit vectors of texts [B × n] → [B × E]. */
export const textEmbedding = (tokens: Tensor, clip: Clip, heads: number): Tensor =>
  unit(np.matmul(textEncoder(tokens, clip.text, heads), clip.textProjection));

/** Cosines over τ, images [B] by texts [M] (Radford et al. 2021, arXiv 2103.00020, figure 3). */
export function clipLogits(images: Tensor, tokens: Tensor, clip: Clip, config: ClipConfig): Tensor {
  const scale = np.exp(np.minimum(clip.logScale, MAXIMUM_LOG_SCALE));
  const image = imageEmbedding(images, clip, config.vision);
  const text = textEmbedding(tokens, clip, config.text.heads);
  return np.matmul(image, text.transpose()).mul(scale); // [B × E] · [E × M]
}

const unit = (x: Tensor): Tensor =>
  x.ref.mul(np.reciprocal(np.sqrt(np.square(x).sum(-1, { keepdims: true }).add(1e-6))));
