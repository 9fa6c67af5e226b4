import type { EmbeddingGradients } from '../../kernels/cosineLogits.ts';
import { infoNce, infoNceBackward } from '../../kernels/infoNce.ts';
import type { Matrix } from '../../kernels/matrix.ts';
import { sigmoidLoss, sigmoidLossBackward } from '../../kernels/sigmoidLoss.ts';
import type { Embeddings } from './start.ts';
import type { MatrixName, State } from './state.ts';

/** Which loss, and what it is set to. */
export type LossSettings = Pick<State, 'loss' | 'tau' | 'bias'>;

/** The loss alone. */
export const lossOf = ({ images, texts }: Embeddings, { loss, tau, bias }: LossSettings): number =>
  loss === 'softmax'
    ? infoNce(images, texts, tau).loss
    : sigmoidLoss(images, texts, tau, bias).loss;

/** A loss with its gradients for the embeddings and for the logits [N × N]. */
export interface Gradient extends EmbeddingGradients {
  loss: number;
  logits: Matrix;
}

export const gradientOf = (
  { images, texts }: Embeddings,
  { loss, tau, bias }: LossSettings,
): Gradient =>
  loss === 'softmax'
    ? infoNceBackward(images, texts, tau)
    : sigmoidLossBackward(images, texts, tau, bias);

/** What the demo shows of a loss, under names that hold for both. */
export interface LossDetails {
  cosines: Matrix;
  logits: Matrix;
  /** Its matrices [N × N], by name; the gradient is elsewhere */
  matrices: Partial<Record<MatrixName, Matrix>>;
  /** Two numbers of each pair [N × N]: of softmax P and Q; of sigmoid σ and the pair's own loss */
  numbers: readonly [Matrix, Matrix];
  /** A loss for each image with its text, whose mean is the loss */
  losses: Float64Array;
  /** The two numbers whose mean (softmax) or sum (sigmoid) is the loss */
  parts: readonly [number, number];
}

export const detailsOf = (embeddings: Embeddings, settings: LossSettings): LossDetails =>
  settings.loss === 'softmax'
    ? softmaxDetails(embeddings, settings)
    : sigmoidDetails(embeddings, settings);

/** Parts: the mean loss of the images, and of the texts. */
function softmaxDetails({ images, texts }: Embeddings, { tau }: LossSettings): LossDetails {
  const { cosines, logits, textGivenImage, imageGivenText, imageLosses, textLosses } = infoNce(
    images,
    texts,
    tau,
  );
  return {
    cosines,
    logits,
    matrices: { cosines, rows: textGivenImage, columns: imageGivenText },
    numbers: [textGivenImage, imageGivenText],
    losses: imageLosses.map((loss, index) => (loss + textLosses[index]) / 2),
    parts: [mean(imageLosses), mean(textLosses)],
  };
}

/** Parts: what the N pairs cost, and what all others cost, both over N. */
function sigmoidDetails({ images, texts }: Embeddings, { tau, bias }: LossSettings): LossDetails {
  const { cosines, logits, probabilities, pairLosses } = sigmoidLoss(images, texts, tau, bias);
  const count = pairLosses.rows;
  const own = new Float64Array(count);
  const others = new Float64Array(count);
  pairLosses.data.forEach((loss, index) => {
    const row = Math.floor(index / count);
    (index % count === row ? own : others)[row] += loss;
  });
  return {
    cosines,
    logits,
    matrices: { cosines, each: probabilities },
    numbers: [probabilities, pairLosses],
    losses: own.map((loss, row) => loss + others[row]),
    parts: [mean(own), mean(others)],
  };
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
