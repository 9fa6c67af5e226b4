import * as v from 'valibot';
import { choiceField, flagField, integerField, numberField } from '../fields.ts';

export const LOSSES = ['softmax', 'sigmoid'] as const;
export const STARTS = ['random', 'identical', 'orthonormal', 'simplex'] as const;
export const MATRICES = ['cosines', 'rows', 'columns', 'each', 'gradient'] as const;
export const MINIMUM_PAIRS = 2;
export const MAXIMUM_PAIRS = 8;
export const MINIMUM_TEMPERATURE = 0.05;
export const MAXIMUM_TEMPERATURE = 1;
export const MINIMUM_BIAS = -12;
export const MAXIMUM_BIAS = 4;
export const MAXIMUM_STEPS = 200;
export const MAXIMUM_SEED = 99;

export const schema = v.object({
  /** InfoNCE or SigLIP's loss. */
  loss: choiceField(LOSSES, 'softmax'),
  /** N */
  pairs: integerField(MINIMUM_PAIRS, MAXIMUM_PAIRS, 6),
  /** Where the embeddings begin. */
  start: choiceField(STARTS, 'random'),
  /** Of the random start. */
  seed: integerField(1, MAXIMUM_SEED, 1),
  /** τ */
  tau: numberField(MINIMUM_TEMPERATURE, MAXIMUM_TEMPERATURE, 0.3),
  /** b, of the sigmoid loss only; at first a cosine of 0.9 is answered one half. */
  bias: numberField(MINIMUM_BIAS, MAXIMUM_BIAS, -3),
  /** Whether texts 1 and 2 are the same text: a false negative. */
  same: flagField(false),
  /** Gradient steps taken from the start. */
  steps: integerField(0, MAXIMUM_STEPS, 4),
  /** Asked for; what is shown is `matrixShown`. */
  matrix: choiceField(MATRICES, 'rows'),
  /** The pair looked at, row-major; taken modulo N². */
  pair: integerField(0, MAXIMUM_PAIRS ** 2 - 1, 1),
});

export type State = v.InferOutput<typeof schema>;
export type Loss = State['loss'];
export type MatrixName = State['matrix'];

/** The matrices that a loss has; the second is that of its probabilities. */
export const MATRICES_OF: Record<Loss, readonly MatrixName[]> = {
  softmax: ['cosines', 'rows', 'columns', 'gradient'],
  sigmoid: ['cosines', 'each', 'gradient'],
};

/** The matrix asked for, or in place of one that the loss does not have, its probabilities. */
export function matrixShown({ loss, matrix }: Pick<State, 'loss' | 'matrix'>): MatrixName {
  const names = MATRICES_OF[loss];
  return names.includes(matrix) ? matrix : names[1];
}
