import type { FlowLayout, FlowLink, FlowNode } from './parts/flow.ts';
import type { Frame, Point } from './parts/geometry.ts';
import { pillRow } from './parts/pillRow.ts';

export const WIDTH = 400;
export const HEIGHT = 538;
const ENCODER_X = 88;
const DECODER_X = WIDTH - ENCODER_X;
/** Residual connections run outside, so that keys and values can cross in the middle. */
const LANE = 10;
const WORDS_Y = 14;

/** A sublayer: where the residual connection leaves, the sublayer itself, addition and normalisation. */
const FORK_Y = [110, 222, 334];
const sublayer = (x: number, row: number) =>
  [
    [x, FORK_Y[row]],
    [x, FORK_Y[row] + 34],
    [x, FORK_Y[row] + 83],
  ] as const satisfies readonly Point[];

const [encoder1, encoder2] = [0, 1].map((row) => sublayer(ENCODER_X, row));
const [decoder1, decoder2, decoder3] = [0, 1, 2].map((row) => sublayer(DECODER_X, row));

const places = {
  source: [ENCODER_X, WORDS_Y + 13],
  sourceEmbedding: [ENCODER_X, 72],
  encoderFork1: encoder1[0],
  selfAttention: encoder1[1],
  encoderNorm1: encoder1[2],
  encoderFork2: encoder2[0],
  encoderMlp: encoder2[1],
  encoderNorm2: encoder2[2],
  target: [DECODER_X, WORDS_Y + 13],
  targetEmbedding: [DECODER_X, 72],
  decoderFork1: decoder1[0],
  maskedAttention: decoder1[1],
  decoderNorm1: decoder1[2],
  decoderFork2: decoder2[0],
  crossAttention: decoder2[1],
  decoderNorm2: decoder2[2],
  decoderFork3: decoder3[0],
  decoderMlp: decoder3[1],
  decoderNorm3: decoder3[2],
  head: [DECODER_X, 470],
  next: [DECODER_X, HEIGHT - 28],
} satisfies Record<string, Point>;

export type EncoderDecoderId = keyof typeof places;

/** Downwards through the given nodes. */
const chain = (...ids: EncoderDecoderId[]): FlowLink<EncoderDecoderId>[] =>
  ids.slice(1).map((id, index) => [ids[index], id, 'v']);

const around = (
  from: EncoderDecoderId,
  to: EncoderDecoderId,
  laneX: number,
): FlowLink<EncoderDecoderId> => [from, to, { laneX }];

// prettier-ignore
const links: FlowLink<EncoderDecoderId>[] = [
  ...chain('source', 'sourceEmbedding', 'encoderFork1', 'selfAttention', 'encoderNorm1',
    'encoderFork2', 'encoderMlp', 'encoderNorm2'),
  ...chain('target', 'targetEmbedding', 'decoderFork1', 'maskedAttention', 'decoderNorm1',
    'decoderFork2', 'crossAttention', 'decoderNorm2',
    'decoderFork3', 'decoderMlp', 'decoderNorm3', 'head', 'next'),
  ['encoderNorm2', 'crossAttention', 'h'],
  around('encoderFork1', 'encoderNorm1', LANE),
  around('encoderFork2', 'encoderNorm2', LANE),
  around('decoderFork1', 'decoderNorm1', WIDTH - LANE),
  around('decoderFork2', 'decoderNorm2', WIDTH - LANE),
  around('decoderFork3', 'decoderNorm3', WIDTH - LANE),
];

export const layout: FlowLayout<EncoderDecoderId> = {
  width: WIDTH,
  height: HEIGHT,
  cell: 1,
  side: 'right',
  places,
  links,
};

/** The frame around the repeated layers, from the first fork to the last normalisation. */
const stack = (x: number, last: Point): Frame => ({
  x,
  y: (FORK_Y[0] - 10 + last[1] + 24) / 2,
  width: 2 * (ENCODER_X - 1),
  height: last[1] + 24 - (FORK_Y[0] - 10),
});
export const stacks = [stack(ENCODER_X, encoder2[2]), stack(DECODER_X, decoder3[2])];

/** Where the words beside the lines stand. */
export const names = {
  encoder: [ENCODER_X, encoder2[2][1] + 42],
  decoder: [DECODER_X - ENCODER_X - 8, decoder3[2][1] + 8],
  keyValue: [WIDTH / 2 + 13, (encoder2[2][1] + decoder2[1][1]) / 2],
  query: [DECODER_X - 14, decoder2[0][1] - 1],
} as const;

/** A translation, half-way: what is read, what is written, and the word that comes next. */
export const pills = [
  ...pillRow(['the', 'boat', 'sails'], ENCODER_X, WORDS_Y),
  ...pillRow(['<s>', '船'], DECODER_X, WORDS_Y),
  ...pillRow(['起航'], DECODER_X, HEIGHT - 14),
];

/** The names that stand in the boxes. */
export interface EncoderDecoderNames {
  embedding: readonly string[];
  selfAttention: readonly string[];
  maskedAttention: readonly string[];
  crossAttention: readonly string[];
  mlp: readonly string[];
  norm: string;
  head: string;
}

const fork = { kind: 'fork' } as const;
const point = { kind: 'point' } as const;

export function encoderDecoderNodes(
  names: EncoderDecoderNames,
): Record<EncoderDecoderId, FlowNode> {
  const box = { kind: 'box', width: 138, height: 42 } as const;
  const embedding = { ...box, label: names.embedding };
  const norm = { ...box, height: 28, label: names.norm };
  const mlp = { ...box, label: names.mlp, symbol: 'feed-forward' };
  return {
    source: point,
    sourceEmbedding: embedding,
    encoderFork1: fork,
    selfAttention: { ...box, label: names.selfAttention },
    encoderNorm1: norm,
    encoderFork2: fork,
    encoderMlp: mlp,
    encoderNorm2: norm,
    target: point,
    targetEmbedding: embedding,
    decoderFork1: fork,
    maskedAttention: { ...box, label: names.maskedAttention },
    decoderNorm1: norm,
    decoderFork2: fork,
    crossAttention: { ...box, label: names.crossAttention },
    decoderNorm2: norm,
    decoderFork3: fork,
    decoderMlp: mlp,
    decoderNorm3: norm,
    head: { ...box, height: 34, label: names.head },
    next: point,
  };
}
