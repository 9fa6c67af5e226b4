/** A word of the reader's two languages. */
export interface Name {
  zh: string;
  en: string;
}

/** One value of an attribute of an object. */
export interface AttributeValue {
  /** The model's word for it. */
  id: string;
  /** The reader's words; further ones are understood too. */
  name: Name;
  alsoCalled?: readonly string[];
}

/** A colour, as red, green, blue in [0, 1]. */
export interface ColourValue extends AttributeValue {
  rgb: readonly [number, number, number];
}

/** A shape; its outline is in outlines.ts. */
export interface ShapeValue extends AttributeValue {
  outline: 'circle' | 'square' | 'triangle' | 'cross';
}

/** A size, as the share of the usual one. */
export interface SizeValue extends AttributeValue {
  factor: number;
}

/** A displacement in cells between the picture before and the picture after. */
export interface MotionValue extends AttributeValue {
  columns: number;
  rows: number;
}

/**
 * Everything that makes one world another. Scenes, drawing, language, tokenizer and questions follow
 * from it; an attribute with a single value is never spoken of.
 */
export interface WorldConfig {
  id: string;
  /** The scene is a grid of gridSize × gridSize cells. */
  gridSize: number;
  /** The model's picture has cellPixels pixels a cell and axis. */
  cellPixels: number;
  maximumObjects: number;
  colours: readonly ColourValue[];
  shapes: readonly ShapeValue[];
  sizes: readonly SizeValue[];
  motions: readonly MotionValue[];
}

const rgb = (red: number, green: number, blue: number): [number, number, number] => [
  red / 255,
  green / 255,
  blue / 255,
];

const COLOURS: readonly ColourValue[] = [
  { id: 'red', name: { zh: '红色', en: 'red' }, alsoCalled: ['红'], rgb: rgb(220, 40, 40) },
  { id: 'green', name: { zh: '绿色', en: 'green' }, alsoCalled: ['绿'], rgb: rgb(40, 160, 60) },
  { id: 'blue', name: { zh: '蓝色', en: 'blue' }, alsoCalled: ['蓝'], rgb: rgb(50, 80, 220) },
  { id: 'yellow', name: { zh: '黄色', en: 'yellow' }, alsoCalled: ['黄'], rgb: rgb(235, 200, 40) },
  { id: 'purple', name: { zh: '紫色', en: 'purple' }, alsoCalled: ['紫'], rgb: rgb(150, 60, 180) },
  { id: 'cyan', name: { zh: '青色', en: 'cyan' }, alsoCalled: ['青'], rgb: rgb(60, 200, 210) },
];

const SHAPES: readonly ShapeValue[] = [
  {
    id: 'circle',
    name: { zh: '圆形', en: 'circle' },
    alsoCalled: ['圆', 'circles'],
    outline: 'circle',
  },
  {
    id: 'square',
    name: { zh: '方形', en: 'square' },
    alsoCalled: ['方块', '正方形', 'squares'],
    outline: 'square',
  },
  {
    id: 'triangle',
    name: { zh: '三角形', en: 'triangle' },
    alsoCalled: ['三角', 'triangles'],
    outline: 'triangle',
  },
  {
    id: 'cross',
    name: { zh: '十字形', en: 'cross' },
    alsoCalled: ['十字', 'crosses'],
    outline: 'cross',
  },
];

const ONE_SIZE: readonly SizeValue[] = [
  { id: 'plain', name: { zh: '普通', en: 'plain' }, factor: 1 },
];
const TWO_SIZES: readonly SizeValue[] = [
  { id: 'small', name: { zh: '小', en: 'small' }, factor: 0.62 },
  { id: 'big', name: { zh: '大', en: 'big' }, alsoCalled: ['large'], factor: 1 },
];

const STILL: MotionValue = { id: 'still', name: { zh: '静止', en: 'still' }, columns: 0, rows: 0 };
const MOTIONS: readonly MotionValue[] = [
  STILL,
  { id: 'moves-left', name: { zh: '左移', en: 'moves left' }, columns: -1, rows: 0 },
  { id: 'moves-right', name: { zh: '右移', en: 'moves right' }, columns: 1, rows: 0 },
  { id: 'moves-up', name: { zh: '上移', en: 'moves up' }, columns: 0, rows: -1 },
  { id: 'moves-down', name: { zh: '下移', en: 'moves down' }, columns: 0, rows: 1 },
];

/** The world that a reader trains in: 7,824 layouts. */
export const SMALL_WORLD: WorldConfig = {
  id: 'small',
  gridSize: 2,
  cellPixels: 16,
  maximumObjects: 3,
  colours: COLOURS.slice(0, 4),
  shapes: SHAPES.slice(0, 3),
  sizes: ONE_SIZE,
  motions: [STILL],
};

/** The world of the sequence-to-sequence model: SMALL_WORLD's objects on a larger grid, and they move. */
export const MOVING_WORLD: WorldConfig = {
  id: 'moving',
  gridSize: 3,
  cellPixels: 12,
  maximumObjects: 3,
  colours: COLOURS.slice(0, 4),
  shapes: SHAPES.slice(0, 3),
  sizes: ONE_SIZE,
  motions: MOTIONS,
};

/** A richer world, for later chapters: more of everything, and two pictures of each scene. */
export const RICH_WORLD: WorldConfig = {
  id: 'rich',
  gridSize: 3,
  cellPixels: 16,
  maximumObjects: 4,
  colours: COLOURS,
  shapes: SHAPES,
  sizes: TWO_SIZES,
  motions: MOTIONS,
};
