import type { Derived } from './derive.ts';
import type { State } from './state.ts';

/** Steps after which the embeddings have had time enough. */
export const LONG_ENOUGH = 100;

/** A step that moves nothing by more than this is none. */
const AT_REST = 0.03;

/** The share of the least loss that a step of the bias's slider may miss it by. */
const AS_GOOD_AS = 0.001;

export const challenges = {
  /** Worse than knowing nothing: what is confidently wrong costs more than ln N. */
  'above-chance': (derived: Derived, { loss }: State) =>
    loss === 'softmax' && derived.loss > 2 * derived.chance,
  /** At rest on the circle, and yet some pair is not together. */
  stuck: ({ together, pairs, steepest }: Derived, { loss, steps, same, start }: State) =>
    loss === 'softmax' &&
    start === 'random' &&
    !same &&
    steps >= LONG_ENOUGH &&
    steepest < AT_REST &&
    together < pairs,
  /** Embeddings that tell nothing, and a bias with which every pair is answered 1/N. */
  'base-rate': (derived: Derived, { loss, start }: State) =>
    loss === 'sigmoid' && start === 'identical' && derived.loss < (1 + AS_GOOD_AS) * derived.chance,
};
