import type { Frame } from './geometry.ts';

const HEIGHT = 28;
const PADDING = 8;
/** An estimate for Latin letters that is never too small. */
const LETTER = 7.7;

/** One pill that begins at `start`. */
export function wordPill(word: string, start: number, y: number): Frame & { word: string } {
  const width = LETTER * word.length + 2 * PADDING;
  return { word, x: start + width / 2, y, width, height: HEIGHT };
}

/** Pills one after another from `start`. */
export function wordPills(words: readonly string[], start: number, y: number, gap = 5) {
  let left = start;
  return words.map((word) => {
    const pill = wordPill(word, left, y);
    left += pill.width + gap;
    return pill;
  });
}
