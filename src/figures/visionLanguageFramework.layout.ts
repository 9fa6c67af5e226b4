import type { Frame, Point } from './parts/geometry.ts';

export const WIDTH = 400;
export const HEIGHT = 346;

/** Four columns: the four kinds of task above, the four sizes of unit below. */
const COLUMN = WIDTH / 4;
const columnX = (column: number) => COLUMN * (column + 0.5);
const ITEM = { width: 88, height: 28 } as const;

const Y = {
  layerName: 12,
  groups: { top: 26, height: 136 },
  firstItem: 76,
  itemPitch: 33,
  module: 208,
  vision: 272,
  language: 326,
} as const;

/** The parts of the figure, each with the section that it leads to. */
export const taskGroups = [
  { id: 'matching', items: { retrieval: 'matching', grounding: 'grounding' } },
  {
    id: 'generation',
    items: { captions: 'generation', stories: 'generation', dialogue: 'generation' },
  },
  { id: 'reasoning', items: { answers: 'vqa', rationales: 'commonsense', events: 'events' } },
  { id: 'navigation', items: { instructions: 'navigation' } },
] as const;
export type GroupId = (typeof taskGroups)[number]['id'];
type Items = (typeof taskGroups)[number]['items'];
export type ItemId = Items extends infer One ? (One extends unknown ? keyof One : never) : never;

const { top, height } = Y.groups;
export const groups = taskGroups.map(({ id, items }, column) => ({
  id,
  frame: { x: columnX(column), y: top + height / 2, width: COLUMN - 6, height } satisfies Frame,
  name: [columnX(column), top + 18] as Point,
  items: Object.entries(items).map(([item, section], row) => ({
    id: item as ItemId,
    section,
    frame: { x: columnX(column), y: Y.firstItem + row * Y.itemPitch, ...ITEM },
  })),
}));

const wide = (column: number): Frame => ({
  x: (WIDTH * (column + 0.5)) / 2,
  y: Y.module,
  width: WIDTH / 2 - 12,
  height: 34,
});
export const modules = { representation: wide(0), alignment: wide(1) } as const;

const row = (y: number) =>
  Array.from({ length: 4 }, (_, column): Frame => ({ x: columnX(column), y, ...ITEM, width: 82 }));
export const units = { vision: row(Y.vision), language: row(Y.language) } as const;

/** From each unit to the next larger one, and from layer to layer. */
const between = (y: number) =>
  [0, 1, 2].map((column): Point[] => [
    [columnX(column) + 43, y],
    [columnX(column + 1) - 44, y],
  ]);
const up = (from: number, to: number) =>
  [0, 1, 2, 3].map((column): Point[] => [
    [columnX(column), from],
    [columnX(column), to],
  ]);
export const arrows: Point[][] = [
  ...between(Y.vision),
  ...between(Y.language),
  ...up(Y.module - 20, top + height + 4),
  ...up(Y.vision - 18, Y.module + 21),
];
/** Units of like size answer each other. */
export const correspondences = up(Y.language - 16, Y.vision + 16);
export const tasksNameY = Y.layerName;
