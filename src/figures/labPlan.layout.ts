import type { Frame, Point } from './parts/geometry.ts';
import { pillRow } from './parts/pillRow.ts';
import type { Tone } from './parts/tone.ts';

export const WIDTH = 400;
const ROW_HEIGHT = 122;
/** From a stage's top to its name, and to the middle of its parts. */
const NAME = 12;
const MIDDLE = 66;
export const STAGES = ['contrast', 'language', 'alignment', 'instruction'] as const;
export type StageId = (typeof STAGES)[number];
export const HEIGHT = STAGES.length * ROW_HEIGHT - 12;

export const PICTURE_SIZE = 32;
const PICTURE_X = 16;
const ENCODER = { x: 82, width: 76, height: 58 };
const CONNECTOR = { x: 170, width: 76, height: 58 };
const MODEL = { x: 259, width: 76, height: 58 };
const PILL_X = 356;

/** What a part is called; `question` and the like are kinds of text. */
export type PartName = 'encoder' | 'textEncoder' | 'connector' | 'model';
export type TextName = 'caption' | 'facts' | 'question' | 'answer';

/** A box of the pipeline. */
export interface Part extends Frame {
  name: PartName;
  learns: boolean;
  tone: Tone;
  hatched: boolean;
}

const part = (
  name: PartName,
  place: { x: number; width: number; height: number },
  y: number,
  learns: boolean,
): Part => ({
  ...place,
  y,
  name,
  learns,
  tone: { encoder: 'patch', textEncoder: 'text', connector: 'latent', model: 'text' }[name] as Tone,
  hatched: name === 'connector',
});

/** One stage, drawn from left to right. */
export interface StageDrawing {
  id: StageId;
  nameY: number;
  picture?: Point;
  parts: Part[];
  arrows: Point[][];
  /** Kinds of text, and where their pills stand */
  texts: { name: TextName; x: number; y: number }[];
  /** Vectors that the contrastive loss compares */
  vectors?: { x: number; tone: Tone }[];
}

const right = ({ x, width }: { x: number; width: number }) => x + width / 2;
const left = ({ x, width }: { x: number; width: number }) => x - width / 2;
const across = (from: number, to: number, y: number): Point[] => [
  [from + 3, y],
  [to - 3, y],
];
const PILL_HALF = 43;

function pipeline(id: StageId, top: number, learns: boolean, hasQuestion: boolean): StageDrawing {
  const y = top + MIDDLE;
  return {
    id,
    nameY: top + NAME,
    picture: [PICTURE_X, y],
    parts: [
      part('encoder', ENCODER, y, false),
      part('connector', CONNECTOR, y, true),
      part('model', MODEL, y, learns),
    ],
    arrows: [
      across(PICTURE_X + PICTURE_SIZE / 2, left(ENCODER), y),
      across(right(ENCODER), left(CONNECTOR), y),
      across(right(CONNECTOR), left(MODEL), y),
      hasQuestion
        ? [
            [PILL_X, y - 15],
            [PILL_X, y - 7],
            [right(MODEL) + 3, y - 7],
          ]
        : [],
      across(right(MODEL), PILL_X - PILL_HALF, hasQuestion ? y + 16 : y),
    ].filter((line) => line.length > 0) as Point[][],
    texts: hasQuestion
      ? [
          { name: 'question', x: PILL_X, y: y - 29 },
          { name: 'answer', x: PILL_X, y: y + 16 },
        ]
      : [{ name: 'caption', x: PILL_X, y }],
  };
}

function contrast(top: number): StageDrawing {
  const y = top + MIDDLE;
  const vectors = [CONNECTOR.x - 22, CONNECTOR.x + 22];
  return {
    id: 'contrast',
    nameY: top + NAME,
    picture: [PICTURE_X, y],
    parts: [part('encoder', ENCODER, y, true), part('textEncoder', MODEL, y, true)],
    arrows: [
      across(PICTURE_X + PICTURE_SIZE / 2, left(ENCODER), y),
      across(right(ENCODER), vectors[0] - 6, y),
      [
        [left(MODEL) - 3, y],
        [vectors[1] + 9, y],
      ],
      [
        [PILL_X - PILL_HALF - 3, y],
        [right(MODEL) + 3, y],
      ],
    ],
    texts: [{ name: 'caption', x: PILL_X, y }],
    vectors: [
      { x: vectors[0], tone: 'patch' },
      { x: vectors[1], tone: 'text' },
    ],
  };
}

function language(top: number): StageDrawing {
  const y = top + MIDDLE;
  const x = CONNECTOR.x - 32;
  return {
    id: 'language',
    nameY: top + NAME,
    parts: [part('model', MODEL, y, true)],
    arrows: [
      across(x + PILL_HALF + 6, left(MODEL), y - 16),
      across(x + PILL_HALF + 6, left(MODEL), y + 16),
      across(right(MODEL), PILL_X - PILL_HALF, y),
    ],
    texts: [
      { name: 'facts', x, y: y - 16 },
      { name: 'question', x, y: y + 16 },
      { name: 'answer', x: PILL_X, y },
    ],
  };
}

export const stageDrawings: readonly StageDrawing[] = [
  contrast(0),
  language(ROW_HEIGHT),
  pipeline('alignment', 2 * ROW_HEIGHT, false, false),
  pipeline('instruction', 3 * ROW_HEIGHT, true, true),
];

/** Lines between the stages. */
export const rules: Point[][] = STAGES.slice(1).map((_, index) => {
  const y = (index + 1) * ROW_HEIGHT - 12;
  return [
    [0, y],
    [WIDTH, y],
  ];
});

/** The pills of a stage with their words; narrower than usual, for the column is narrow. */
export const pillsOf = ({ texts }: StageDrawing, words: Record<TextName, string>) =>
  texts.flatMap(({ name, x, y }) =>
    pillRow([words[name]], x, y).map((pill) => ({ ...pill, width: 2 * PILL_HALF })),
  );
