import type { Derived } from './derive.ts';
import type { State } from './state.ts';

/** Steps after which the embeddings have had time enough. */
export const LONG_ENOUGH = 100;

/** A step that moves nothing by more than this is none. */
const AT_REST = 0.03;

export const challenges = {
  /** Worse than knowing nothing: what is confidently wrong costs more than ln N. */
  'above-chance': ({ loss, chance }: Derived) => loss > 2 * chance,
  /** At rest on the circle, and yet some pair is not together. */
  stuck: ({ together, pairs, steepest }: Derived, { steps, same, start }: State) =>
    start === 'random' && !same && steps >= LONG_ENOUGH && steepest < AT_REST && together < pairs,
};
