/*
 * What the model says about the scene of the drawings after each stage, in the words of a reader:
 * computed by src/inference when the page is built.
 */
import { LAB_SCENE } from '../figures/labScene.ts';
import { answer, look } from '../inference/reader.ts';
import { SMALL_WORLD } from '../world/config.ts';
import { pixelsOf } from '../world/drawing.ts';
import { answerText, questionText, type ReaderLanguage } from '../world/language/readerText.ts';
import { answerWords, questionWords } from '../world/modelText.ts';
import type { Question } from '../world/question.ts';
import type { WorldObject } from '../world/scene.ts';
import { stageReaders } from './labReaders.ts';

const [first, second] = LAB_SCENE;
const describe = ({ colour, shape }: WorldObject) => ({ colour, shape });

const QUESTIONS: readonly Question[] = [
  { kind: 'describe' },
  { kind: 'whichAttribute', about: { shape: second.shape }, attribute: 'cell' },
  { kind: 'howMany', what: {} },
  { kind: 'shapeAt', cell: first.cell },
  { kind: 'attributeIs', about: { shape: first.shape }, attribute: 'colour', value: first.colour },
  {
    kind: 'relationIs',
    about: describe(first),
    relation: 'left-of',
    other: describe(second),
  },
];

const pixels = pixelsOf(SMALL_WORLD, LAB_SCENE);
const seen = stageReaders.map((reader) => ({ reader, state: look(reader, pixels) }));

const rows = QUESTIONS.map((question) => {
  const words = questionWords(SMALL_WORLD, question);
  const right = answerWords(SMALL_WORLD, LAB_SCENE, question)!;
  const answers = seen.map(({ reader, state }) => answer(reader, state, words).words);
  return {
    question,
    answers: answers.map((given) => ({ given, isRight: given.join(' ') === right.join(' ') })),
  };
});

/** Questions with the answers after stage 1 and after stage 2. */
export const answersIn = (language: ReaderLanguage) =>
  rows.map(({ question, answers }) => ({
    question: questionText(SMALL_WORLD, question, language),
    answers: answers.map(({ given, isRight }) => ({
      text: answerText(SMALL_WORLD, given, language),
      isRight,
    })),
  }));
