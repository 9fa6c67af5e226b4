import {
  type CosineLogits,
  cosineLogits,
  type EmbeddingGradients,
  embeddingGradients,
} from './cosineLogits.ts';
import { createMatrix, type Matrix } from './matrix.ts';

/** All steps of SigLIP's loss over N pairs. */
export interface SigmoidLossResult {
  /** cos(image i, text j) [N × N] */
  readonly cosines: Matrix;
  /** the cosines divided by τ, plus b [N × N] */
  readonly logits: Matrix;
  /** σ of each logit [N × N]: how likely the two are to belong together */
  readonly probabilities: Matrix;
  /** −ln of the right answer’s probability, for each image with each text [N × N] */
  readonly pairLosses: Matrix;
  /** the sum of all N² of them, divided by N */
  readonly loss: number;
}

/**
 * The pairwise sigmoid loss of SigLIP (Zhai et al. 2023, arXiv 2303.15343, section 3.2):
 * −1/N Σᵢⱼ ln σ(zᵢⱼ (cos(image i, text j)/τ + b)), z = 1 for a pair and −1 for any two others. Each of the
 * N² questions "do these two belong together?" stands by itself; no softmax ties a row together.
 * Embeddings [N × d] before normalisation; row i of both is a pair.
 */
export function sigmoidLoss(
  images: Matrix,
  texts: Matrix,
  temperature: number,
  bias: number,
): SigmoidLossResult {
  const forward = cosineLogits(images, texts, temperature);
  const { count, cosines } = forward;
  const logits = forward.logits.map((logit) => logit + bias);
  const pairLosses = pairLossesOf(forward, bias);
  const square = (values: Float64Array) => createMatrix(count, count, Float32Array.from(values));
  return {
    cosines: square(cosines),
    logits: square(logits),
    probabilities: square(logits.map(sigmoid)),
    pairLosses: square(pairLosses),
    loss: sum(pairLosses) / count,
  };
}

/** The loss, its gradients, and [N × N] what the gradient is for each logit. */
export interface SigmoidLossGradients extends EmbeddingGradients {
  readonly loss: number;
  readonly logits: Matrix;
  readonly bias: number;
}

/**
 * The gradients of SigLIP's loss for the embeddings as they leave the towers, unit norm included, for
 * t = −ln τ and for b. For the logits: (σ(logit) − I) / N. A pair is pulled together with what its own
 * probability lacks of 1, any two others are pushed apart with theirs.
 */
export function sigmoidLossBackward(
  images: Matrix,
  texts: Matrix,
  temperature: number,
  bias: number,
): SigmoidLossGradients {
  const forward = cosineLogits(images, texts, temperature);
  const { count, logits } = forward;
  const gradient = logits.map((logit, index) => {
    const sign = signOf(index, count);
    return (-sign * sigmoid(-sign * (logit + bias))) / count; // loses no digits where σ is near 1
  });
  return {
    loss: sum(pairLossesOf(forward, bias)) / count,
    logits: createMatrix(count, count, Float32Array.from(gradient)),
    bias: sum(gradient),
    ...embeddingGradients(forward, gradient),
  };
}

/** −ln σ(z (logit + b)) of every image with every text, [N × N]. */
const pairLossesOf = ({ logits, count }: CosineLogits, bias: number): Float64Array =>
  logits.map((logit, index) => softplus(-signOf(index, count) * (logit + bias)));

/** z: 1 on the diagonal, −1 elsewhere. */
const signOf = (index: number, count: number): 1 | -1 => (index % (count + 1) === 0 ? 1 : -1);

/** 1 / (1 + e^−x) */
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** ln(1 + e^x) = −ln σ(−x), without overflow for large x. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
