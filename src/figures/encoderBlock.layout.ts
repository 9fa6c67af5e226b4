import type { FlowLayout, FlowLink, FlowNode } from './parts/flow.ts';

export type EncoderBlockId =
  | 'input'
  | 'attentionFork'
  | 'attentionNorm'
  | 'attention'
  | 'attentionSum'
  | 'mlpFork'
  | 'mlpNorm'
  | 'mlp'
  | 'mlpSum'
  | 'output';

/** The residual stream is the main line; `out` and `back` are the turns into and out of a branch. */
const links = (
  stream: 'h' | 'v',
  along: 'h' | 'v',
  out: 'hv' | 'vh',
  back: 'hv' | 'vh',
): FlowLink<EncoderBlockId>[] => [
  ['input', 'attentionFork', stream, 'thick'],
  ['attentionFork', 'attentionSum', stream, 'thick'],
  ['attentionSum', 'mlpFork', stream, 'thick'],
  ['mlpFork', 'mlpSum', stream, 'thick'],
  ['mlpSum', 'output', stream, 'thick'],
  ['attentionFork', 'attentionNorm', out],
  ['attentionNorm', 'attention', along],
  ['attention', 'attentionSum', back],
  ['mlpFork', 'mlpNorm', out],
  ['mlpNorm', 'mlp', along],
  ['mlp', 'mlpSum', back],
];

const STREAM_Y = 92;
const BRANCH_Y = 20;

const wide: FlowLayout<EncoderBlockId> = {
  width: 736,
  height: 132,
  cell: 6,
  side: 'below',
  widths: { attentionNorm: 92, mlpNorm: 92, mlp: 64 },
  places: {
    input: [24, STREAM_Y],
    attentionFork: [54, STREAM_Y],
    attentionNorm: [134, BRANCH_Y],
    attention: [292, BRANCH_Y],
    attentionSum: [410, STREAM_Y],
    mlpFork: [450, STREAM_Y],
    mlpNorm: [530, BRANCH_Y],
    mlp: [632, BRANCH_Y],
    mlpSum: [684, STREAM_Y],
    output: [722, STREAM_Y],
  },
  links: links('h', 'h', 'vh', 'hv'),
};

const STREAM_X = 58;
const BRANCH_X = 200;

const narrow: FlowLayout<EncoderBlockId> = {
  width: 300,
  height: 462,
  cell: 6,
  side: 'right',
  sides: { attentionSum: 'left' },
  places: {
    input: [STREAM_X, 10],
    attentionFork: [STREAM_X, 44],
    attentionNorm: [BRANCH_X, 86],
    attention: [BRANCH_X, 140],
    attentionSum: [STREAM_X, 192],
    mlpFork: [STREAM_X, 242],
    mlpNorm: [BRANCH_X, 284],
    mlp: [BRANCH_X, 338],
    mlpSum: [STREAM_X, 390],
    output: [STREAM_X, 446],
  },
  links: links('v', 'v', 'hv', 'vh'),
};

export const layouts = { wide, narrow };

/** The names that stand in the boxes. */
export interface EncoderBlockNames {
  norm: string;
  attention: string;
  mlp: string;
}

/** The parts of one pre-norm encoder block, as ViT uses it. */
export function encoderBlockNodes(names: EncoderBlockNames): Record<EncoderBlockId, FlowNode> {
  const box = { kind: 'box', width: 178 } as const;
  return {
    input: { kind: 'point', aside: '$z_{ℓ−1}$' },
    attentionFork: { kind: 'fork', tone: 'patch' },
    attentionNorm: { ...box, label: names.norm, symbol: 'layer-norm' },
    attention: { ...box, label: names.attention, symbol: 'multi-head-attention' },
    attentionSum: { kind: 'operator', label: '+', aside: '$z^′_ℓ$' },
    mlpFork: { kind: 'fork', tone: 'patch' },
    mlpNorm: { ...box, label: names.norm, symbol: 'layer-norm' },
    mlp: { ...box, label: names.mlp, symbol: 'feed-forward' },
    mlpSum: { kind: 'operator', label: '+' },
    output: { kind: 'point', aside: '$z_ℓ$' },
  };
}
