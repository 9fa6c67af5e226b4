import { CELL, type HeadId, headLinks, headPlaces } from './parts/attentionBlock.ts';
import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type NonLocalId = HeadId | 'response' | 'projection' | 'sum' | 'output';

const links: FlowLink<NonLocalId>[] = [
  ...headLinks,
  ['mix', 'response', 'v'],
  ['response', 'projection', 'v'],
  ['projection', 'sum', 'v'],
  ['sum', 'output', 'v'],
];

export const layout: FlowLayout<NonLocalId> = {
  width: 400,
  height: 660,
  cell: CELL,
  side: 'right',
  places: {
    ...headPlaces,
    response: [136, 464],
    projection: [136, 522],
    sum: [136, 572],
    output: [136, 630],
  },
  links: [...links, ['input', 'sum', { laneX: 16 }]],
};
