import { CELL, type HeadId, headLinks, headPlaces } from './parts/attentionBlock.ts';
import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type SaganId = HeadId | 'projection' | 'attention' | 'gate' | 'sum' | 'output';

const links: FlowLink<SaganId>[] = [
  ...headLinks,
  ['mix', 'projection', 'v'],
  ['projection', 'attention', 'v'],
  ['attention', 'gate', 'v'],
  ['gate', 'sum', 'v'],
  ['sum', 'output', 'v'],
];

export const layout: FlowLayout<SaganId> = {
  width: 400,
  height: 716,
  cell: CELL,
  side: 'right',
  places: {
    ...headPlaces,
    projection: [136, 456],
    attention: [136, 520],
    gate: [136, 580],
    sum: [136, 628],
    output: [136, 686],
  },
  links: [...links, ['input', 'sum', { laneX: 16 }]],
};
