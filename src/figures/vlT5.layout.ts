import type { Frame, Point } from './parts/geometry.ts';
import { HARBOUR_REGIONS, regionNumber } from './parts/harbourRegions.ts';
import { wordPill } from './parts/wordPill.ts';

export const WIDTH = 400;
export const HEIGHT = 424;

const sentinel = `<vis_extra_id_${regionNumber('sun')}>`;
/** What VL-T5 is given and what it answers: only the text differs. */
export const EXAMPLES = [
  { input: 'vqa: is there a boat?', output: 'yes' },
  { input: 'visual grounding: the sun', output: sentinel },
  { input: `caption region: ${sentinel}`, output: 'yellow sun' },
] as const;

export const scene = { x: 62, y: 62, size: 116 };
const corner = (share: number, axis: 'x' | 'y') =>
  Math.round(scene[axis] - scene.size / 2 + share * scene.size);
const corners = Object.values(HARBOUR_REGIONS).map(([x1, y1, x2, y2]) => ({
  x1: corner(x1, 'x'),
  y1: corner(y1, 'y'),
  x2: corner(x2, 'x'),
  y2: corner(y2, 'y'),
}));
/** The regions over the scene, and the corner where the number of each stands. */
export const regionPath = corners
  .map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}H${x2}V${y2}H${x1}z`)
  .join('');
export const regionNumbers = corners.map(({ x2, y2 }): Point => [x2 - 7, y2 - 7]);

export const TOKEN = 26;
const TOKENS_Y = 40;
const TOKEN_COUNT = 5;
const tokenX = (index: number) => 190 + 36 * index;
export const tokens = Array.from({ length: TOKEN_COUNT }, (_, index): Point => [
  tokenX(index),
  TOKENS_Y,
]);
export const moreTokens: Point = [tokenX(TOKEN_COUNT), TOKENS_Y];
export const tokensNote: Point = [177, 84];

/** The rows of inputs and of outputs; a mark before each says which belong together. */
const PITCH = 36;
const MARK_X = 14;
const START = 32;
const rows = (first: number, words: readonly string[]) =>
  words.map((word, index) => ({
    mark: '①②③'[index],
    markAt: [MARK_X, first + index * PITCH] as Point,
    pill: wordPill(word, START, first + index * PITCH),
  }));
export const inputs = rows(
  156,
  EXAMPLES.map(({ input }) => input),
);
export const outputs = rows(
  336,
  EXAMPLES.map(({ output }) => output),
);

export const model: Frame = { x: 200, y: 282, width: 396, height: 36 };
const down = (x: number, from: number, to: number): Point[] => [
  [x, from],
  [x, to],
];
export const arrows: Point[][] = [
  [
    [126, TOKENS_Y],
    [172, TOKENS_Y],
  ],
  down(tokenX(TOKEN_COUNT), 112, 261),
  down(60, 246, 261),
  down(60, 303, 319),
];
