import type { Matrix } from '../../kernels/matrix.ts';
import { anchor, type Frame, type Point, type Route, type Side } from './geometry.ts';
import type { Tone } from './tone.ts';

/**
 * One thing in a flow diagram. `aside` stands next to it: a matrix's name and shape, for instance.
 * A fork is where a line parts; a point is not drawn: a line ends there, or only the aside is seen.
 */
export type FlowNode = { symbol?: string; tone?: Tone; aside?: string | readonly string[] } & (
  | { kind: 'matrix'; rows: number; columns: number; values?: Matrix }
  | {
      kind: 'box';
      label: string | readonly string[];
      width: number;
      height?: number;
      optional?: boolean;
    }
  | { kind: 'operator'; label: string }
  | { kind: 'fork' | 'point' }
);

/** Where a line runs: from, to, route, and whether it is the main line. */
export type FlowLink<Id extends string> = readonly [
  from: Id,
  to: Id,
  route: Route,
  thick?: 'thick',
];

/** One composition of a flow: the same nodes find other places where the column is narrow. */
export interface FlowLayout<Id extends string> {
  width: number;
  height: number;
  /** The side of a matrix cell. */
  cell: number;
  places: Record<Id, Point>;
  links: readonly FlowLink<Id>[];
  /** Where the asides stand, unless `sides` says otherwise. */
  side: Side;
  sides?: Partial<Record<Id, Side>>;
  /** Widths of boxes, where this composition needs others. */
  widths?: Partial<Record<Id, number>>;
}

const BOX_HEIGHT = 34;
const OPERATOR_SIZE = 26;

/** The frame that a node takes in a layout. */
export function frameOf(node: FlowNode, [x, y]: Point, cell: number, boxWidth?: number): Frame {
  switch (node.kind) {
    case 'matrix':
      return { x, y, width: node.columns * cell, height: node.rows * cell };
    case 'box':
      return { x, y, width: boxWidth ?? node.width, height: node.height ?? BOX_HEIGHT };
    case 'operator':
      return { x, y, width: OPERATOR_SIZE, height: OPERATOR_SIZE };
    case 'fork':
    case 'point':
      return { x, y, width: 0, height: 0 };
  }
}

/** Where an aside's lines are centred (above, below) or begin or end (right, left). */
export function asidePlace(frame: Frame, side: Side, lineCount: number) {
  const half = 9 * lineCount;
  const gap = side === 'above' || side === 'below' ? half + 2 : 8;
  const [x, y] = anchor(frame, side, gap);
  const align = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
  return { x, y, align } as const;
}
