import type { Language } from '../../language.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { answerText, captionText, questionText } from '../../world/language/readerText.ts';
import type { Scene } from '../../world/scene.ts';
import type { SampleTurn } from './samples.ts';

export const number = (value: number, language: Language) =>
  value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');

/** Seconds as minutes and seconds, as a clock shows them. */
export const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

export const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;

export const textsIn = (language: Language) => ({
  word: (word: string) => answerText(SMALL_WORLD, [word], language),
  truth: (words: readonly string[]) => answerText(SMALL_WORLD, words, language),
  question: ({ asked, question }: SampleTurn) =>
    asked ? questionText(SMALL_WORLD, asked, language) : question.join(' '),
  caption: (scene: Scene) => captionText(SMALL_WORLD, scene, language),
});
