import type { Derived } from './derive.ts';

export const challenges = {
  /** A right answer to how two objects lie to each other, on a layout that no training has seen. */
  'position-answered': ({ split, question, verdict }: Derived) =>
    split === 'test' && question.kind === 'relationIs' && verdict === 'right',
};
