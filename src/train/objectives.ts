import { nn, numpy as np } from '@jax-js/jax';
import type { Tensor } from '../vlm/tensor.ts';

/**
 * The mean loss of predicting each token from those before it, −Σ mᵢ log p(xᵢ | x₍<ᵢ₎) / Σ mᵢ:
 * logits [B × n × V], tokens [B × n] (int32), weights m [B × n] → [].
 * `weights[i]` counts the prediction of token i, so the first one of a row counts nothing.
 */
export function nextTokenLoss(logits: Tensor, tokens: Tensor, weights: Tensor): Tensor {
  const [, length, vocabulary] = logits.shape;
  const logProbabilities = nn.logSoftmax(logits.slice([], [0, length - 1]), -1);
  const targets = nn.oneHot(tokens.slice([], [1, length]), vocabulary); // [B × (n − 1) × V]
  const counted = weights.slice([], [1, length]); // [B × (n − 1)]
  const total = logProbabilities.mul(targets).sum(-1).mul(counted.ref).sum();
  return total.mul(np.reciprocal(counted.sum())).neg();
}

/**
 * The symmetric InfoNCE loss (van den Oord et al. 2018, arXiv 1807.03748; CLIP, arXiv 2103.00020) of
 * logits [B × M], M ≥ B: text i belongs to image i; texts from B on are hard negatives, which every
 * image must tell apart from its own, and which have no image.
 */
export function infoNce(logits: Tensor): Tensor {
  const batch = logits.shape[0];
  const own = np.eye(batch); // [B × B]
  const toText = nn.logSoftmax(logits.ref, -1).slice([], [0, batch]);
  const toImage = nn.logSoftmax(logits.slice([], [0, batch]), 0);
  return toText
    .add(toImage)
    .mul(own)
    .sum()
    .mul(-0.5 / batch);
}

/** The mean cross-entropy of logits [B × K] and one-hot targets [B × K]. */
export const classLoss = (logits: Tensor, targets: Tensor): Tensor => {
  const batch = logits.shape[0];
  return nn
    .logSoftmax(logits, -1)
    .mul(targets)
    .sum()
    .mul(-1 / batch);
};
