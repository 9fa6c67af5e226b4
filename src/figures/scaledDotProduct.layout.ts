import { CELL } from './parts/attentionBlock.ts';
import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type ScaledDotProductId =
  | 'queries'
  | 'keys'
  | 'values'
  | 'product'
  | 'scale'
  | 'mask'
  | 'softmax'
  | 'weights'
  | 'mix'
  | 'output';

const links = (along: 'h' | 'v', join: 'hv' | 'vh'): FlowLink<ScaledDotProductId>[] => [
  ['queries', 'product', join],
  ['keys', 'product', join],
  ['values', 'mix', join],
  ['product', 'scale', along],
  ['scale', 'mask', along],
  ['mask', 'softmax', along],
  ['softmax', 'weights', along],
  ['weights', 'mix', along],
  ['mix', 'output', along],
];

const wide: FlowLayout<ScaledDotProductId> = {
  width: 716,
  height: 222,
  cell: CELL,
  side: 'below',
  sides: { queries: 'left', keys: 'left', values: 'left' },
  places: {
    queries: [96, 31],
    keys: [96, 105],
    values: [96, 190],
    product: [176, 68],
    scale: [252, 68],
    mask: [358, 68],
    softmax: [464, 68],
    weights: [552, 68],
    mix: [622, 68],
    output: [684, 68],
  },
  links: links('h', 'hv'),
};

const narrow: FlowLayout<ScaledDotProductId> = {
  width: 400,
  height: 500,
  cell: CELL,
  side: 'right',
  widths: { scale: 108, mask: 108, softmax: 108 },
  places: {
    queries: [56, 31],
    keys: [188, 31],
    values: [318, 31],
    product: [122, 98],
    scale: [122, 150],
    mask: [122, 204],
    softmax: [122, 258],
    weights: [122, 330],
    mix: [122, 396],
    output: [122, 466],
  },
  links: links('v', 'vh'),
};

export const layouts = { wide, narrow };
