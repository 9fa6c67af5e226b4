import type { Lexicon } from './lexicon.ts';

/** The understood phrases nearest to an unknown word, in its script, the nearest first. */
export function suggest(word: string, lexicon: Lexicon, count = 3): string[] {
  const isHan = HAN.test(word);
  return [...lexicon]
    .filter(([phrase, { kind }]) => kind !== 'filler' && HAN.test(phrase) === isHan)
    .filter(([phrase]) => !phrase.includes('-'))
    .map(([phrase]) => ({ phrase, distance: editDistance(word, phrase) / phrase.length }))
    .sort((a, b) => a.distance - b.distance || a.phrase.localeCompare(b.phrase, 'en'))
    .slice(0, count)
    .map(({ phrase }) => phrase);
}

/** A Chinese character. */
export const HAN = /\p{Script=Han}/u;

/** How many letters must be put in, taken out or replaced (Levenshtein). */
export function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = above[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    above = current;
  }
  return above[right.length];
}
