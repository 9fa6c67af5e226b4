import {
  boxToBins,
  OFA_LOCATIONS,
  OFA_VOCABULARY,
  vocabularySize,
} from '../kernels/locationBins.ts';
import type { Point } from './parts/geometry.ts';
import { round } from './parts/geometry.ts';
import { HARBOUR_REGIONS } from './parts/harbourRegions.ts';
import { wordPill, wordPills } from './parts/wordPill.ts';

export const WIDTH = 400;
export const HEIGHT = 376;

const LEFT = 4;
const BAR_WIDTH = WIDTH - 2 * LEFT;
const total = vocabularySize(OFA_VOCABULARY);
const SCALE = BAR_WIDTH / total;

/** The vocabulary to scale, part by part, with the ids of each part. */
export const bar = { x: LEFT, y: 34, width: BAR_WIDTH, height: 30 };
const KINDS = ['text', 'codes', 'bins'] as const;
export type Kind = (typeof KINDS)[number];
export const TONES = { text: 'text', codes: 'patch', bins: 'none' } as const;
let first = 0;
export const parts = KINDS.map((kind, index) => {
  const count = OFA_VOCABULARY[kind];
  const part = {
    kind,
    count,
    first,
    last: first + count - 1,
    x: round(LEFT + first * SCALE),
    width: round(count * SCALE),
    noteAt: [LEFT + 18, 92 + index * 24] as Point,
  };
  first += count;
  return part;
});

/** The sun of the harbour in location tokens, the scene taken as 512 × 512 pixels. */
const [x1, y1, x2, y2] = HARBOUR_REGIONS.sun.map((share) => share * OFA_LOCATIONS.size);
const sunTokens = boxToBins([x1, y1, x2, y2], OFA_LOCATIONS).map((bin) => `<bin_${bin}>`);

/** Three instructions and the sequences that answer them, each from another part of the vocabulary. */
const QUESTIONS = [
  'what does the image describe?',
  'which region does the text “the sun” describe?',
  'what is the image in the middle part?',
] as const;
const FIRST = 178;
const PITCH = 68;
export const questions = QUESTIONS.map((word, index) =>
  wordPill(word, LEFT, FIRST + index * PITCH),
);
const answerY = (index: number) => FIRST + index * PITCH + 32;
const ANSWER_START = 34;
export const wordAnswer = wordPills(['a', 'boat', 'on', 'the', 'sea'], ANSWER_START, answerY(0));
export const boxAnswer = wordPills(sunTokens, ANSWER_START, answerY(1));
export const CODE = 22;
export const codeAnswer = Array.from({ length: 9 }, (_, index): Point => [
  ANSWER_START + CODE / 2 + index * (CODE + 4),
  answerY(2),
]);
export const moreCodes: Point = [ANSWER_START + 9 * (CODE + 4) + 10, answerY(2)];
export const answerArrows = QUESTIONS.map((_, index): Point[] => [
  [16, answerY(index) - 16],
  [16, answerY(index)],
  [29, answerY(index)],
]);
export { sunTokens, total };
