import { CELL, type HeadId, headLinks, narrowHead, wideHead } from './parts/attentionBlock.ts';
import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type NonLocalId = HeadId | 'response' | 'projection' | 'sum' | 'output';

const links = (along: 'h' | 'v', join: 'hv' | 'vh'): FlowLink<NonLocalId>[] => [
  ...headLinks(along, join),
  ['mix', 'response', along],
  ['response', 'projection', along],
  ['projection', 'sum', along],
  ['sum', 'output', along],
];

const wide: FlowLayout<NonLocalId> = {
  width: 700,
  height: 262,
  cell: CELL,
  side: 'below',
  places: {
    ...wideHead,
    response: [480, 96],
    projection: [548, 96],
    sum: [612, 96],
    output: [672, 96],
  },
  links: [...links('h', 'hv'), ['input', 'sum', { laneY: 6 }]],
};

const narrow: FlowLayout<NonLocalId> = {
  width: 400,
  height: 660,
  cell: CELL,
  side: 'right',
  places: {
    ...narrowHead,
    response: [136, 464],
    projection: [136, 522],
    sum: [136, 572],
    output: [136, 630],
  },
  links: [...links('v', 'vh'), ['input', 'sum', { laneX: 16 }]],
};

export const layouts = { wide, narrow };
