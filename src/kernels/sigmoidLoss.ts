import {
  type CosineLogits,
  cosineLogits,
  type EmbeddingGradients,
  embeddingGradients,
} from './cosineLogits.ts';
import { createMatrix, type Matrix } from './matrix.ts';

/**
 * The pairwise sigmoid loss of SigLIP (Zhai et al. 2023, arXiv 2303.15343, section 3.2):
 * −1/N Σᵢⱼ ln σ(yᵢⱼ (cos(image i, text j)/τ + b)), y = 1 for a pair and −1 for any two others. Each of the
 * N² questions "do these two belong together?" stands by itself; no softmax ties a row together.
 * Embeddings [N × d] before normalisation.
 */
export function sigmoidLoss(
  images: Matrix,
  texts: Matrix,
  temperature: number,
  bias: number,
): { probabilities: Matrix; loss: number } {
  const { logits, count } = cosineLogits(images, texts, temperature);
  const loss = logits.reduce(
    (sum, logit, index) => sum + softplus(-signOf(index, count) * (logit + bias)),
    0,
  );
  const probabilities = Float32Array.from(logits, (logit) => sigmoid(logit + bias));
  return { probabilities: createMatrix(count, count, probabilities), loss: loss / count };
}

/** Its gradients; for a logit it is −y σ(−y (logit + b)) / N. */
export function sigmoidLossBackward(
  images: Matrix,
  texts: Matrix,
  temperature: number,
  bias: number,
): EmbeddingGradients & { logits: Matrix; bias: number } {
  const forward = cosineLogits(images, texts, temperature);
  const gradient = logitGradient(forward, bias);
  const { count } = forward;
  return {
    logits: createMatrix(count, count, Float32Array.from(gradient)),
    bias: gradient.reduce((a, b) => a + b, 0),
    ...embeddingGradients(forward, gradient),
  };
}

const logitGradient = ({ logits, count }: CosineLogits, bias: number): Float64Array =>
  logits.map((logit, index) => {
    const sign = signOf(index, count);
    return (-sign * sigmoid(-sign * (logit + bias))) / count;
  });

/** y: 1 on the diagonal, −1 elsewhere. */
const signOf = (index: number, count: number): 1 | -1 => (index % (count + 1) === 0 ? 1 : -1);

/** 1 / (1 + e^−x) */
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** ln(1 + e^x) = −ln σ(−x), without overflow for large x. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
