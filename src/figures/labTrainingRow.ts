import { SMALL_WORLD } from '../world/config.ts';
import { answerWords, questionWords } from '../world/modelText.ts';
import type { Question } from '../world/question.ts';
import { SPECIAL } from '../world/vocabulary.ts';
import { LAB_SCENE } from './labScene.ts';

/** A token of a row of stage 2, and whether predicting it counts in the loss. */
export interface RowToken {
  word: string;
  isCounted: boolean;
}

const [first, second] = LAB_SCENE;
const QUESTIONS: readonly Question[] = [
  { kind: 'describe' },
  {
    kind: 'relationIs',
    about: { colour: first.colour, shape: first.shape },
    relation: 'left-of',
    other: { colour: second.colour, shape: second.shape },
  },
];

/** Two turns about the scene of the drawings, as stage 2 packs them (src/train/rows.ts). */
export const trainingRow: readonly RowToken[] = QUESTIONS.flatMap((question) => [
  ...tokens([SPECIAL.question, ...questionWords(SMALL_WORLD, question), SPECIAL.answer], false),
  ...tokens([...answerWords(SMALL_WORLD, LAB_SCENE, question)!, SPECIAL.end], true),
]);

function tokens(words: readonly string[], isCounted: boolean): RowToken[] {
  return words.map((word) => ({ word, isCounted }));
}
