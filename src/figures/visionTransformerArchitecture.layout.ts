import { type Frame, type Point, round } from './parts/geometry.ts';
import { PATCH_COUNT, PATCHES_A_SIDE } from './parts/harbourPatches.ts';

export const WIDTH = 400;
export const HEIGHT = 602;

/** The names of the rows stand on the left. */
const GUTTER = 88;
/** One column for each token: the class token first. */
const PITCH = (WIDTH - GUTTER) / (PATCH_COUNT + 1);
export const TOKEN = 26;
export const RADIUS = TOKEN / 2;
export const SMALL_RADIUS = 12;

/** The middle of a column, 0 for the class token. */
const columnX = (column: number) => round(GUTTER + PITCH / 2 + column * PITCH);
export const COLUMNS = Array.from({ length: PATCH_COUNT + 1 }, (_, column) => columnX(column));
const PATCH_COLUMNS = COLUMNS.slice(1);

/** The centres of the rows, from the image down to the class. */
const ROW = {
  names: 10,
  scene: 94,
  flattened: 208,
  projection: 260,
  tokens: 312,
  plus: 337,
  positions: 361,
  encoder: 432,
  outputs: 506,
  head: 566,
} as const;

export const scene = { x: 120, y: ROW.scene, size: 120 };

/** The patches where they were in the image, moved apart. */
const GAP = 8;
const CUT_SIZE = scene.size / PATCHES_A_SIDE;
const cutCentre: Point = [312, ROW.scene];
export const cutPatches = Array.from({ length: PATCH_COUNT }, (_, patch) => {
  const step = CUT_SIZE + GAP;
  const middle = (PATCHES_A_SIDE - 1) / 2;
  return {
    x: cutCentre[0] + ((patch % PATCHES_A_SIDE) - middle) * step,
    y: cutCentre[1] + (Math.floor(patch / PATCHES_A_SIDE) - middle) * step,
    size: CUT_SIZE,
  };
});
/** Lines over the scene where it is cut. */
export const cutLine = Array.from({ length: PATCHES_A_SIDE - 1 }, (_, index) => {
  const offset = (index + 1) * CUT_SIZE;
  const [left, top] = [scene.x - scene.size / 2, scene.y - scene.size / 2];
  return `M${left} ${top + offset}h${scene.size}M${left + offset} ${top}v${scene.size}`;
}).join('');

export const flattened = PATCH_COLUMNS.map((x) => ({ x, y: ROW.flattened, size: TOKEN }));

const bar = (y: number, left: number, height: number): Frame => ({
  x: (left + WIDTH) / 2,
  y,
  width: WIDTH - left - 2,
  height,
});
export const projection = bar(ROW.projection, GUTTER + PITCH, 34);
export const encoder = bar(ROW.encoder, GUTTER, 60);

export const classToken: Point = [COLUMNS[0], ROW.tokens];
export const tokens = PATCH_COLUMNS.map((x): Point => [x, ROW.tokens]);
export const positions = COLUMNS.map((x): Point => [x, ROW.positions]);
export const plusY = ROW.plus;
export const classOutput: Point = [COLUMNS[0], ROW.outputs];
export const outputs = PATCH_COLUMNS.map((x): Point => [x, ROW.outputs]);

export const head: Frame = { x: 196, y: ROW.head, width: 100, height: 34 };
export const answer: Point = [head.x + head.width / 2 + 40, ROW.head];

const down =
  (from: number, to: number) =>
  (x: number): Point[] => [
    [x, from],
    [x, to],
  ];
const half = TOKEN / 2;

/** Every arrow of the figure; `faint` are those of the outputs that the head does not use. */
export const arrows: Point[][] = [
  [
    [scene.x + scene.size / 2 + 8, ROW.scene],
    [cutPatches[0].x - CUT_SIZE / 2 - 8, ROW.scene],
  ],
  [
    [cutCentre[0], ROW.scene + scene.size / 2 + GAP + 6],
    [cutCentre[0], ROW.flattened - half - 4],
  ],
  ...PATCH_COLUMNS.map(down(ROW.flattened + half + 3, ROW.projection - 20)),
  ...PATCH_COLUMNS.map(down(ROW.projection + 20, ROW.tokens - half - 3)),
  ...COLUMNS.map(down(ROW.positions + SMALL_RADIUS + 3, ROW.encoder - 33)),
  down(ROW.encoder + 33, ROW.outputs - half - 3)(COLUMNS[0]),
  [
    [COLUMNS[0], ROW.outputs + half + 3],
    [COLUMNS[0], ROW.head],
    [head.x - head.width / 2 - 3, ROW.head],
  ],
  [
    [head.x + head.width / 2 + 3, ROW.head],
    [answer[0] - 6, ROW.head],
  ],
];
export const faintArrows = PATCH_COLUMNS.map(down(ROW.encoder + 33, ROW.outputs - half - 3));

/** Where the names stand: above the pictures, and in the gutter beside the rows. */
export const names = {
  image: [scene.x, ROW.names],
  patches: [cutCentre[0], ROW.names],
  flattened: [GUTTER - 8, ROW.flattened],
  classToken: [GUTTER - 8, ROW.tokens],
  positions: [GUTTER - 8, ROW.positions],
  outputs: [GUTTER - 8, ROW.outputs],
} as const;
