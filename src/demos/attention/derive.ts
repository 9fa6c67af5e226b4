import { type AttentionHead, multiHeadAttention } from '../../kernels/attention.ts';
import { resizeByArea, type PixelImage } from '../../kernels/image.ts';
import { concatColumns, type Matrix, rowOf, scale, transpose } from '../../kernels/matrix.ts';
import { entropy } from '../../kernels/softmax.ts';
import { perImage } from '../perImage.ts';
import { HIDDEN, MASK_MATRICES } from './masks.ts';
import {
  embed,
  GRID_SIDE,
  HEAD_COUNT,
  HEAD_WIDTH,
  IMAGE_SIDE,
  PATCH_COUNT,
  WEIGHTS,
} from './model.ts';
import type { MaskName, State } from './state.ts';

/** How many terms of the weighted sum are written out. */
const TERMS_SHOWN = 3;
/** Smaller weights are not printed on the picture. */
const PRINTED_FROM = 0.015;

/** One attention layer over the image's patches and the class token, and one query's row of it. */
export function derive(state: State, image: PixelImage) {
  const { query, tau } = state;
  const { colours } = tokensOf(image, IMAGE_SIDE);
  const layer = layerOf(image, `${state.mask} ${tau}`);
  const head = layer.heads[state.head];
  return {
    ...head.drawn,
    /** 1 where the mask forbids. */
    hidden: HIDDEN[state.mask],
    ...queryRow(head, query),
    headMaps: layer.heads.map((each) => patchesOf(rowOf(each.weights, query))),
    /** The heads' outputs for the query side by side [32], and the layer's output [32]. */
    joined: rowOf(layer.joined, query),
    projected: rowOf(layer.output, query),
    headStart: state.head * HEAD_WIDTH,
    colours,
  };
}

export type Derived = ReturnType<typeof derive>;
export type Row = Derived['row'];

/** The tokens [26 × 32] and the patches' mean colours, which depend on the image alone. */
const tokensOf = perImage((image, side: number) => ({
  tokens: embed(resizeByArea(image, side, side)),
  colours: { ...resizeByArea(image, GRID_SIDE, GRID_SIDE), height: 1, width: PATCH_COUNT },
}));

/** The layer for a mask and a temperature, all queries at once: picking another query changes nothing here. */
const layerOf = perImage((image, setting: `${MaskName} ${number}`) => {
  const [mask, tau] = setting.split(' ') as [MaskName, string];
  const { tokens } = tokensOf(image, IMAGE_SIDE);
  const temperature = Number(tau);
  const options = { mask: MASK_MATRICES[mask], temperature };
  const { heads, output } = multiHeadAttention(tokens, WEIGHTS, HEAD_COUNT, options);
  return {
    heads: heads.map((head) => headFor(head, temperature)),
    joined: concatColumns(heads.map((head) => head.output)),
    output,
  };
});

type Head = ReturnType<typeof headFor>;

/** One head, with its matrices as they are drawn. */
function headFor(head: AttentionHead, tau: number) {
  const scaled = scale(head.scores, tau); // Q Kᵀ / √d_h: moving τ is to change the weights only
  return {
    weights: head.weights,
    output: head.output,
    scaled,
    scoreScale: scaleOf(scaled),
    drawn: {
      // A column for each token, [8 × 26]:
      queries: transpose(head.queries).data,
      keys: transpose(head.keys).data,
      values: transpose(head.values).data,
      scores: scaled.data.map((score) => (Number.isFinite(score) ? score : 0)),
      weights: head.weights.data,
      largestWeight: head.weights.data.reduce((a, b) => Math.max(a, b)),
    },
  };
}

/** What one query makes of every key, and how its weights are laid over picture and values. */
function queryRow(head: Head, query: number) {
  const scores = rowOf(head.scaled, query);
  const weights = rowOf(head.weights, query);
  const order = Array.from(weights.keys()).sort((a, b) => weights[b] - weights[a]);
  const allowedCount = scores.filter(Number.isFinite).length;
  const shares = weights.map((weight) => weight / weights[order[0]]);
  const termCount = Math.min(TERMS_SHOWN, allowedCount);
  return {
    row: {
      scores,
      weights,
      scoreScale: head.scoreScale,
      sum: weights.reduce((a, b) => a + b, 0),
      entropy: entropy(weights),
      allowedCount,
      maximumEntropy: Math.log(allowedCount),
      /** Of the most that as many tokens allow; a single token leaves no choice. */
      entropyPercent: allowedCount > 1 ? (100 * entropy(weights)) / Math.log(allowedCount) : 0,
      output: rowOf(head.output, query),
      terms: order.slice(0, termCount).map((token) => ({ token, weight: weights[token] })),
      otherTerms: allowedCount - termCount,
    },
    /** Each weight as a part of the row's largest: how far its patch is unveiled. */
    patchShares: patchesOf(shares),
    /** The same of all tokens, for the values. */
    valueShares: shares,
    printed: order
      .filter((token) => token > 0 && weights[token] >= PRINTED_FROM)
      .map((token) => ({ token, weight: weights[token] })),
  };
}

/** The row without the class token. */
const patchesOf = (row: Float32Array) => row.subarray(1);

/** One scale for the scores of all queries, so that rows can be compared; zero lies on it. */
function scaleOf(scores: Matrix) {
  const finite = scores.data.filter(Number.isFinite);
  return {
    minimum: finite.reduce((a, b) => Math.min(a, b), 0),
    maximum: finite.reduce((a, b) => Math.max(a, b), 0),
  };
}
