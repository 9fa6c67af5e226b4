import * as v from 'valibot';
import { choiceField, flagField, integerField, numberField } from '../fields.ts';

export const STARTS = ['random', 'identical', 'orthonormal', 'simplex'] as const;
export const MATRICES = ['cosines', 'rows', 'columns', 'gradient'] as const;
export const MINIMUM_PAIRS = 2;
export const MAXIMUM_PAIRS = 8;
export const MINIMUM_TEMPERATURE = 0.05;
export const MAXIMUM_TEMPERATURE = 1;
export const MAXIMUM_STEPS = 200;
export const MAXIMUM_SEED = 99;

export const schema = v.object({
  /** N */
  pairs: integerField(MINIMUM_PAIRS, MAXIMUM_PAIRS, 6),
  /** Where the embeddings begin. */
  start: choiceField(STARTS, 'random'),
  /** Of the random start. */
  seed: integerField(1, MAXIMUM_SEED, 1),
  /** τ */
  tau: numberField(MINIMUM_TEMPERATURE, MAXIMUM_TEMPERATURE, 0.3),
  /** Whether texts 1 and 2 are the same text: a false negative. */
  same: flagField(false),
  /** Gradient steps taken from the start. */
  steps: integerField(0, MAXIMUM_STEPS, 4),
  matrix: choiceField(MATRICES, 'rows'),
  /** The pair looked at, row-major; taken modulo N². */
  pair: integerField(0, MAXIMUM_PAIRS ** 2 - 1, 1),
});

export type State = v.InferOutput<typeof schema>;
