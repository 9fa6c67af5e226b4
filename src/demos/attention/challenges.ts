import type { Derived } from './derive.ts';

/** Below this, in nats, a row counts as looking at few tokens. */
export const LOW_ENTROPY = 0.5;

export const challenges = {
  'low-entropy': ({ row }: Derived) => row.entropy < LOW_ENTROPY,
};
