import type { AnsweredItem } from '../../train/examination.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { understand } from '../../world/language/understand.ts';
import type { Question } from '../../world/question.ts';
import { LETTERS } from '../../world/vocabulary.ts';
import { isRight } from './report.ts';
import type { State } from './derive.ts';

const PAGE_SIZE = 8;

/** Some of the questions of an examination. */
export interface ItemPage {
  items: readonly AnsweredItem[];
  page: number;
  pages: number;
  /** Questions of the kind chosen, and how many of them were answered wrongly */
  count: number;
  wrong: number;
}

/** The page of questions that a state shows. */
export function pageOf(all: readonly AnsweredItem[], { kind, onlyWrong, page }: State): ItemPage {
  const ofKind = all.filter((item) => kind === 'all' || item.kind === kind);
  const wrong = ofKind.filter((item) => !isRight(item));
  const chosen = onlyWrong ? wrong : ofKind;
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
  const current = page % pages;
  return {
    items: chosen.slice(current * PAGE_SIZE, (current + 1) * PAGE_SIZE),
    page: current,
    pages,
    count: ofKind.length,
    wrong: wrong.length,
  };
}

/** A question in the model's words, read back: the question, and the options of a choice. */
export function readQuestion(words: readonly string[]): {
  question: Question | undefined;
  options: string[];
} {
  const start = words.indexOf(LETTERS[0]);
  const asked = start < 0 ? words : words.slice(0, start);
  // The words are those of the reader's English, save for relations, which are one token each.
  const understood = understand(SMALL_WORLD, asked.join(' ').replaceAll('-of', ' of'));
  const options = start < 0 ? [] : words.slice(start).filter((_, index) => index % 2 === 1);
  return {
    question: understood.kind === 'question' ? understood.question : undefined,
    options,
  };
}
