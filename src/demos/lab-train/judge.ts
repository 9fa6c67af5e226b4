import type { SampleTurn } from './samples.ts';

/** An answer against the right one, word by word. */
export interface Judged {
  words: { word: string; isWrong: boolean }[];
  /** Words beyond those that are shown: an untrained model goes on and on */
  more: number;
  /** Words that should have followed */
  missing: number;
  isRight: boolean;
}

/** Words shown beyond the length of the right answer. */
const MOST_BEYOND = 1;

/** Answers to sample turns; a word is wrong if another one belongs in its place. */
export const judge = (
  turns: readonly SampleTurn[],
  answers: readonly (readonly string[])[],
): Judged[] =>
  turns.map(({ answer: right }, index) => {
    const given = answers[index] ?? [];
    const all = given.map((word, place) => ({ word, isWrong: word !== right[place] }));
    const missing = Math.max(0, right.length - given.length);
    const words = all.slice(0, right.length + MOST_BEYOND);
    return {
      words,
      more: all.length - words.length,
      missing,
      isRight: missing === 0 && all.every(({ isWrong }) => !isWrong),
    };
  });
