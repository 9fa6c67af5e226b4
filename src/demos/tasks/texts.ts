import type { SentenceScore } from '../../evaluate/sentenceScore.ts';
import type { Language } from '../../language.ts';
import { decimal, percent } from '../../ui/numberText.ts';
import {
  answerText,
  captionText,
  describe,
  questionText,
  valueName,
} from '../../world/language/readerText.ts';
import type { OpenQuestion, YesNoQuestion } from '../../world/question.ts';
import type { Scene, WorldObject } from '../../world/scene.ts';
import type { Rationale } from '../../world/sequence/tasks.ts';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';
import type { Derived } from './derive.ts';
import type { Family } from './state.ts';

export type Held = Derived['held'];

export const fixed = (value: number) => decimal(value, 2);

export const texts = (language: Language) => ({
  objectName: (object: WorldObject) =>
    describe(SEQUENCE_WORLD, { colour: object.colour, shape: object.shape }, language),
  questionText: (question: OpenQuestion | YesNoQuestion) =>
    questionText(SEQUENCE_WORLD, question, language),
  words: (words: readonly string[]) =>
    words.some((word) => word.startsWith('<'))
      ? words.join(' ')
      : answerText(SEQUENCE_WORLD, words, language) || '–',
  caption: (scene: Scene) => captionText(SEQUENCE_WORLD, scene, language),
  percent,
  option: (word: string) => answerText(SEQUENCE_WORLD, [word], language),
  rationale: ({ cell, motion }: Rationale) =>
    [valueName(SEQUENCE_WORLD, 'cell', cell), valueName(SEQUENCE_WORLD, 'motion', motion)]
      .map((name) => name[language])
      .join(language === 'zh' ? '，' : ', '),
});

export const DATASETS: Record<Family, string> = {
  retrieval: 'COCO, Flickr30k',
  grounding: 'RefCOCO',
  caption: 'COCO Captions',
  question: 'VQA v2',
  reasoning: 'VCR',
  event: 'VisualCOMET',
};

/** The model's score on unseen layouts and that of guessing, in each family. */
export function scoreOf(family: Family, held: Held): { value: number; guess: number } {
  const { tasks, retrieval } = held;
  switch (family) {
    case 'retrieval':
      return { value: retrieval.imageToText.recall1.value, guess: retrieval.guessing.recall1 };
    case 'grounding':
      return { value: held.hits.model.value, guess: held.hits.guessing.value };
    case 'reasoning': {
      const { model, guessing } = held.answerAndRationale;
      return { value: model.value, guess: guessing.value };
    }
    default: {
      const name = { caption: 'caption', question: 'open', event: 'event' } as const;
      const { model, guessing } = tasks[name[family]];
      return { value: model.value, guess: guessing.value };
    }
  }
}

/** The place and the reason that the model chose; undefined where it wrote no letter. */
export const chosenOf = ({ question, answer, rationale }: Derived['answers']['reasoning']) => ({
  place: question.answers[answer.chosen] as string | undefined,
  why: question.rationales[rationale.chosen] as Rationale | undefined,
});

export const scoreText = ({ words, pairs, sequence }: SentenceScore) =>
  `ROUGE-1 ${fixed(words)}, ROUGE-2 ${fixed(pairs)}, ROUGE-L ${fixed(sequence)}`;
