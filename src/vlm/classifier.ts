import { numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import { initialLinear, type Linear, linear } from './layers.ts';
import type { Tensor } from './tensor.ts';
import {
  initialVisionEncoder,
  type VisionConfig,
  type VisionEncoder,
  visionEncoder,
} from './visionEncoder.ts';

/** The sizes of a classifier. */
export interface ClassifierConfig {
  /** With a class token */
  vision: VisionConfig;
  classes: number;
}

/** A Vision Transformer with two heads on one encoder. */
export interface Classifier {
  vision: VisionEncoder;
  /** D → classes, reads the class token */
  classHead: Linear;
  /** D → classes, reads the mean of the patches' tokens */
  meanHead: Linear;
}

/** A new classifier. */
export function initialClassifier(
  init: Initialiser,
  { vision, classes }: ClassifierConfig,
): Classifier {
  return {
    vision: initialVisionEncoder(init, vision),
    classHead: initialLinear(init, vision.width, classes, 0.5),
    meanHead: initialLinear(init, vision.width, classes, 0.5),
  };
}

/**
 * Logits of each head, images [B × H × W × C] → [B × 2 × classes], the class token's head first
 * (ViT, arXiv 2010.11929, equation 4, and its appendix D.3 on pooling the patches instead).
 */
export function classifierLogits(
  images: Tensor,
  { vision, classHead, meanHead }: Classifier,
  config: ClassifierConfig,
): Tensor {
  const { heads, patchSize } = config.vision;
  const tokens = visionEncoder(images, vision, heads, patchSize); // [B × N + 1 × D]
  const [batch, count, width] = tokens.shape;
  const classToken = tokens.ref.slice([], [0, 1]).reshape([batch, width]);
  const mean = tokens.slice([], [1, count]).mean(1); // [B × D]
  const logits = [linear(classToken, classHead), linear(mean, meanHead)];
  return np.stack(logits, 1);
}
