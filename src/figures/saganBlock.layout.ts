import { CELL, type HeadId, headLinks, narrowHead, wideHead } from './parts/attentionBlock.ts';
import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type SaganId = HeadId | 'projection' | 'attention' | 'gate' | 'sum' | 'output';

const links = (along: 'h' | 'v', join: 'hv' | 'vh'): FlowLink<SaganId>[] => [
  ...headLinks(along, join),
  ['mix', 'projection', along],
  ['projection', 'attention', along],
  ['attention', 'gate', along],
  ['gate', 'sum', along],
  ['sum', 'output', along],
];

const wide: FlowLayout<SaganId> = {
  width: 736,
  height: 262,
  cell: CELL,
  side: 'below',
  places: {
    ...wideHead,
    projection: [484, 96],
    attention: [550, 96],
    gate: [608, 96],
    sum: [658, 96],
    output: [710, 96],
  },
  links: [...links('h', 'hv'), ['input', 'sum', { laneY: 6 }]],
};

const narrow: FlowLayout<SaganId> = {
  width: 400,
  height: 716,
  cell: CELL,
  side: 'right',
  places: {
    ...narrowHead,
    projection: [136, 456],
    attention: [136, 520],
    gate: [136, 580],
    sum: [136, 628],
    output: [136, 686],
  },
  links: [...links('v', 'vh'), ['input', 'sum', { laneX: 16 }]],
};

export const layouts = { wide, narrow };
