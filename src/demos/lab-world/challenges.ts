import type { Derived } from './derive.ts';

export const challenges = {
  /** A layout that no training has seen. */
  'unseen-layout': ({ split }: Derived) => split === 'test',
};
