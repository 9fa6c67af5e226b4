import type { Frame } from './geometry.ts';

const HEIGHT = 26;
const GAP = 5;
const PADDING = 10;

/** An estimate that is never too small: Chinese characters are square, Latin letters about 8 wide. */
const wordWidth = (word: string) =>
  [...word].reduce((sum, character) => sum + (character > '\u2e80' ? 14 : 8.2), 0);

/** Pills for words, side by side, the row centred on (x, y). */
export function pillRow(
  words: readonly string[],
  x: number,
  y: number,
): (Frame & { word: string })[] {
  const widths = words.map((word) => wordWidth(word) + 2 * PADDING);
  const total = widths.reduce((a, b) => a + b, 0) + GAP * (words.length - 1);
  let left = x - total / 2;
  return words.map((word, index) => {
    const width = widths[index];
    const pill = { word, x: left + width / 2, y, width, height: HEIGHT };
    left += width + GAP;
    return pill;
  });
}
