import type { FlowLink, FlowNode } from './flow.ts';
import type { Point } from './geometry.ts';

/** Rows of the drawn matrices: the harbour's nine patches. Columns: C channels, and fewer. */
const POSITIONS = 9;
const CHANNELS = 6;
const REDUCED = 3;

export const CELL = 6;

/** A shape such as N × C, as a label. */
export const shape = (rows: string, columns: string) => `$${rows}\u2009×\u2009${columns}$`;

/** All positions with all channels: what enters and leaves the block. */
export const features = {
  kind: 'matrix',
  rows: POSITIONS,
  columns: CHANNELS,
  tone: 'patch',
} as const;
/** All positions with the reduced channels. */
export const reduced = { kind: 'matrix', rows: POSITIONS, columns: REDUCED } as const;
/** The same, transposed. */
export const reducedTransposed = { kind: 'matrix', rows: REDUCED, columns: POSITIONS } as const;
/** One weight for each pair of positions. */
export const pairs = { kind: 'matrix', rows: POSITIONS, columns: POSITIONS } as const;

/** A learned 1 × 1 convolution. */
export const pointwise = (name: string) =>
  ({ kind: 'box', label: `$${name}$ 1×1`, width: 56 }) as const satisfies FlowNode;

/** The half that the non-local block and SAGAN's layer share: from the input to the weighted sum. */
export type HeadId =
  | 'input'
  | 'query'
  | 'key'
  | 'value'
  | 'queries'
  | 'keys'
  | 'values'
  | 'product'
  | 'softmax'
  | 'weights'
  | 'mix';

export const headPlaces: Record<HeadId, Point> = {
  input: [200, 31],
  query: [72, 104],
  key: [200, 104],
  value: [318, 104],
  queries: [72, 170],
  keys: [200, 170],
  values: [318, 170],
  product: [136, 226],
  softmax: [136, 278],
  weights: [136, 344],
  mix: [136, 404],
};

/** The lines of the head, downwards. */
export const headLinks: readonly FlowLink<HeadId>[] = [
  ['input', 'query', 'v'],
  ['input', 'key', 'v'],
  ['input', 'value', 'v'],
  ['query', 'queries', 'v'],
  ['key', 'keys', 'v'],
  ['value', 'values', 'v'],
  ['queries', 'product', 'vh'],
  ['keys', 'product', 'vh'],
  ['values', 'mix', 'vh'],
  ['product', 'softmax', 'v'],
  ['softmax', 'weights', 'v'],
  ['weights', 'mix', 'v'],
];
