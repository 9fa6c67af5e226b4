import type { Derived } from './derive.ts';

export const challenges = {
  /** A scene of which the model gets something wrong. */
  stumped: ({ verdicts }: Derived) => Object.values(verdicts).includes('wrong'),
  /** A scene of three objects of which it gets all six right. */
  allSix: ({ scene, rightCount }: Derived) => scene.length === 3 && rightCount === 6,
};
