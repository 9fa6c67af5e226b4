import type { Derived } from './derive.ts';

export const challenges = {
  /** What is wrong wins although something true was offered. */
  fooled: ({ winner, hasTrue }: Derived) => hasTrue && winner !== undefined && !winner.isTrue,
};
