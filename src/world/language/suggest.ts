import type { Lexicon } from './lexicon.ts';

/** The understood phrases nearest to an unknown word, in its script, the nearest first. */
export function suggest(word: string, lexicon: Lexicon, count = 3): string[] {
  const isHan = HAN.test(word);
  return [...lexicon]
    .filter(([phrase, { kind }]) => kind !== 'filler' && HAN.test(phrase) === isHan)
    .filter(([phrase]) => !phrase.includes('-'))
    .map(([phrase]) => ({
      phrase,
      distance: editDistance(word, phrase) / Math.max(word.length, phrase.length),
    }))
    .sort((a, b) => a.distance - b.distance || a.phrase.localeCompare(b.phrase, 'en'))
    .slice(0, count)
    .map(({ phrase }) => phrase);
}

/** A Chinese character. */
export const HAN = /\p{Script=Han}/u;

/** How many letters must be put in, taken out, replaced, or swapped with the next (Damerau and Levenshtein). */
export function editDistance(left: string, right: string): number {
  const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      rows[row][column] = Math.min(
        rows[row - 1][column - 1] + (isSame ? 0 : 1),
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        isSwapped ? rows[row - 2][column - 2] + 1 : Infinity,
      );
    }
  }
  return rows[left.length][right.length];
}
