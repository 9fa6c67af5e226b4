import type { Language } from '../../language.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { isTrueOf, readCaption, type ReadCaption } from '../../world/language/caption.ts';
import type { Scene } from '../../world/scene.ts';
import { BETWEEN, MOST_PROMPTS } from './state.ts';

/** Sentences to begin with: a caption, its colours swapped, the caption in another order, and less than one. */
export const FIRST_PROMPTS: Record<Language, readonly string[]> = {
  zh: [
    '左上红色圆形，右下蓝色方形',
    '左上蓝色圆形，右下红色方形',
    '右下蓝色方形，左上红色圆形',
    '红色圆形',
  ],
  en: [
    'red circle top left, blue square bottom right',
    'blue circle top left, red square bottom right',
    'blue square bottom right, red circle top left',
    'red circle',
  ],
};

/** The sentences of a state; the first ones where it has none. */
export const sentencesOf = (prompts: string, language: Language): string[] =>
  prompts.trim() === '' ? [...FIRST_PROMPTS[language]] : prompts.split(BETWEEN);

/** A sentence that the model can read, or why not. */
export interface ReadPrompt {
  /** Its place among the lines that the reader wrote */
  line: number;
  read: ReadCaption;
  /** Whether what it says holds of the scene */
  isTrue: boolean;
}

/** Reads the lines that are not empty, at most MOST_PROMPTS of them. */
export function readPrompts(prompts: string, scene: Scene, longest: number): ReadPrompt[] {
  return sentencesOf(prompts, 'en') // the first ones have the same words in both languages
    .map((text, line) => ({ line, read: readCaption(SMALL_WORLD, text, longest) }))
    .filter(({ read }) => read.kind !== 'empty')
    .slice(0, MOST_PROMPTS)
    .map(({ line, read }) => ({
      line,
      read,
      isTrue: read.kind === 'caption' && isTrueOf(scene, read.mentions),
    }));
}
