import type { Derived } from './derive.ts';

export const challenges = {
  /** Both heads name a shape that no object of the scene has. */
  'absent-shape': ({ scene, answers }: Derived) =>
    answers.every((answer) => !scene.some(({ shape }) => shape === answer.shape)),
};
