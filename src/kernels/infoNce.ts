import {
  type CosineLogits,
  cosineLogits,
  type EmbeddingGradients,
  embeddingGradients,
} from './cosineLogits.ts';
import { createMatrix, type Matrix } from './matrix.ts';

/** All steps of InfoNCE over N pairs. */
export interface InfoNceResult {
  /** cos(image i, text j) [N × N] */
  readonly cosines: Matrix;
  /** the cosines divided by τ [N × N] */
  readonly logits: Matrix;
  /** softmax of each row [N × N]: how likely each text is to be that image's own */
  readonly textGivenImage: Matrix;
  /** softmax of each column [N × N]: how likely each image is to be that text's own */
  readonly imageGivenText: Matrix;
  /** −ln of the own text's probability, for each image [N] */
  readonly imageLosses: Float64Array;
  /** −ln of the own image's probability, for each text [N] */
  readonly textLosses: Float64Array;
  /** the mean of all 2N of them */
  readonly loss: number;
}

/**
 * The symmetric InfoNCE loss of CLIP (van den Oord et al. 2018, arXiv 1807.03748, equation 4; Radford et
 * al. 2021, arXiv 2103.00020, figure 3). Embeddings [N × d] before normalisation; row i of both is a pair.
 */
export function infoNce(images: Matrix, texts: Matrix, temperature: number): InfoNceResult {
  const forward = cosineLogits(images, texts, temperature);
  const { count, cosines, logits } = forward;
  const { rows, columns } = logProbabilities(forward);
  const square = (values: Float64Array) => createMatrix(count, count, Float32Array.from(values));
  const losses = (values: Float64Array) =>
    Float64Array.from({ length: count }, (_, index) => -values[index * (count + 1)]);
  return {
    cosines: square(cosines),
    logits: square(logits),
    textGivenImage: square(rows.map(Math.exp)),
    imageGivenText: square(columns.map(Math.exp)),
    imageLosses: losses(rows),
    textLosses: losses(columns),
    loss: meanLoss(rows, columns, count),
  };
}

/** The loss, its gradients, and [N × N] what the gradient is for each logit. */
export interface InfoNceGradients extends EmbeddingGradients {
  readonly loss: number;
  readonly logits: Matrix;
}

/**
 * The gradients of InfoNCE for the embeddings as they leave the towers, unit norm included, and for
 * t = −ln τ. For the logits: (P_row + P_column − 2I) / 2N. A pair on the diagonal is pulled together with
 * what its two probabilities lack of 1, every other pair is pushed apart with its two probabilities.
 */
export function infoNceBackward(
  images: Matrix,
  texts: Matrix,
  temperature: number,
): InfoNceGradients {
  const forward = cosineLogits(images, texts, temperature);
  const { count } = forward;
  const { rows, columns } = logProbabilities(forward);
  const gradient = rows.map((row, index) => {
    const isOwn = index % (count + 1) === 0; // on the diagonal
    return (Math.exp(row) + Math.exp(columns[index]) - (isOwn ? 2 : 0)) / (2 * count);
  });
  return {
    loss: meanLoss(rows, columns, count),
    logits: createMatrix(count, count, Float32Array.from(gradient)),
    ...embeddingGradients(forward, gradient),
  };
}

/** ln softmax of each row of the logits, and of each column, both [N × N]. */
function logProbabilities({ logits, count }: CosineLogits) {
  const rows = new Float64Array(logits.length);
  const columns = new Float64Array(logits.length);
  for (let line = 0; line < count; line++) {
    logSoftmax(logits, rows, line * count, 1, count);
    logSoftmax(logits, columns, line, count, count);
  }
  return { rows, columns };
}

/** xⱼ − ln Σₖ e^xₖ along one row or column; the largest value is taken off first: nothing overflows. */
function logSoftmax(
  values: Float64Array,
  result: Float64Array,
  start: number,
  stride: number,
  count: number,
): void {
  const end = start + stride * count;
  let largest = -Infinity;
  for (let at = start; at < end; at += stride) largest = Math.max(largest, values[at]);
  let total = 0;
  for (let at = start; at < end; at += stride) total += Math.exp(values[at] - largest);
  const normaliser = largest + Math.log(total);
  for (let at = start; at < end; at += stride) result[at] = values[at] - normaliser;
}

/** The mean of −ln p over the diagonals of both. */
function meanLoss(rows: Float64Array, columns: Float64Array, count: number): number {
  let sum = 0;
  for (let own = 0; own < rows.length; own += count + 1) sum -= rows[own] + columns[own];
  return sum / (2 * count);
}
