import type { FlowLayout, FlowLink } from './parts/flow.ts';

export type ResidualBlockId =
  | 'input'
  | 'fork'
  | 'first'
  | 'activation'
  | 'second'
  | 'sum'
  | 'last'
  | 'output'
  | 'identity'
  | 'branchName';

const links = (
  stream: 'h' | 'v',
  out: 'hv' | 'vh',
  back: 'hv' | 'vh',
): FlowLink<ResidualBlockId>[] => [
  ['input', 'fork', stream, 'thick'],
  ['fork', 'sum', stream, 'thick'],
  ['sum', 'last', stream, 'thick'],
  ['last', 'output', stream, 'thick'],
  ['fork', 'first', out],
  ['first', 'activation', stream],
  ['activation', 'second', stream],
  ['second', 'sum', back],
];

const STREAM_Y = 92;
const BRANCH_Y = 24;

const wide: FlowLayout<ResidualBlockId> = {
  width: 720,
  height: 132,
  cell: 6,
  side: 'below',
  sides: { branchName: 'above' },
  places: {
    input: [14, STREAM_Y],
    fork: [56, STREAM_Y],
    first: [148, BRANCH_Y],
    activation: [262, BRANCH_Y],
    second: [376, BRANCH_Y],
    sum: [508, STREAM_Y],
    last: [590, STREAM_Y],
    output: [704, STREAM_Y],
    identity: [282, STREAM_Y],
    branchName: [464, BRANCH_Y],
  },
  links: links('h', 'vh', 'hv'),
};

const STREAM_X = 96;
const BRANCH_X = 240;

const narrow: FlowLayout<ResidualBlockId> = {
  width: 360,
  height: 410,
  cell: 6,
  side: 'right',
  sides: { identity: 'left', sum: 'left', branchName: 'above' },
  places: {
    input: [STREAM_X, 10],
    fork: [STREAM_X, 44],
    first: [BRANCH_X, 86],
    activation: [BRANCH_X, 140],
    second: [BRANCH_X, 194],
    sum: [STREAM_X, 262],
    last: [STREAM_X, 320],
    output: [STREAM_X, 392],
    identity: [STREAM_X, 140],
    branchName: [176, 262],
  },
  links: links('v', 'hv', 'vh'),
};

export const layouts = { wide, narrow };
