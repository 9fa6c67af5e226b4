import type { Frame, Point } from './parts/geometry.ts';

export const WIDTH = 340;
export const HEIGHT = 262;

const Y = { title: 12, input: 52, backbone: 118, heads: 184, outputs: 240 } as const;
const MIDDLE = WIDTH / 2;

/** The input of both: some tokens of an image, then some of text. */
export const SQUARE = 22;
export const squares = [0, 1, 2, 3].map((index): Point => [MIDDLE - 146 + index * 27, Y.input]);
export const pillsAt: Point = [MIDDLE + 62, Y.input];
export const titleAt: Point = [1, Y.title];
export const backbone: Frame = { x: MIDDLE, y: Y.backbone, width: 260, height: 36 };

const column = (index: number) => MIDDLE + (index - 1) * 106;
export const heads = [0, 1, 2].map((index): Frame => ({
  x: column(index),
  y: Y.heads,
  width: 94,
  height: 32,
}));
export const outputsAt = [0, 1, 2].map((index): Point => [column(index), Y.outputs]);
/** Where the other model writes its one sequence. */
export const sequenceAt: Point = [MIDDLE, Y.heads + 18];

const down = (x: number, from: number, to: number): Point[] => [
  [x, from],
  [x, to],
];
const below = Y.input + SQUARE / 2 + 6;
const above = Y.backbone - 22;
const into = [down(squares[1][0] + 13, below, above), down(pillsAt[0], below, above)];
export const headArrows: Point[][] = [
  ...into,
  ...heads.map(({ x }) => down(x, Y.backbone + 22, Y.heads - 20)),
  ...heads.map(({ x }) => down(x, Y.heads + 20, Y.outputs - 12)),
];
export const sequenceArrows: Point[][] = [
  ...into,
  down(MIDDLE, Y.backbone + 22, sequenceAt[1] - 18),
];
