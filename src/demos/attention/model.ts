import type { MultiHeadAttentionWeights } from '../../kernels/attention.ts';
import type { PixelImage } from '../../kernels/image.ts';
import type { Linear } from '../../kernels/linear.ts';
import {
  add,
  concatColumns,
  concatRows,
  createMatrix,
  type Matrix,
  scale,
  sumRows,
} from '../../kernels/matrix.ts';
import { patchEmbed, patchify } from '../../kernels/patchEmbedding.ts';
import { sinCosPositionEmbedding2d } from '../../kernels/positionEmbedding.ts';
import { randomMatrix } from '../../kernels/random.ts';

/**
 * The attention layer of this demo. It is not trained: its weights are set by hand or drawn at
 * random with fixed seeds, so that what each head does has a cause that a sentence can state.
 */
export const GRID_SIDE = 5;
export const PATCH_COUNT = GRID_SIDE ** 2;
export const TOKEN_COUNT = PATCH_COUNT + 1; // with the class token
export const PATCH_SIDE = 16;
export const IMAGE_SIDE = GRID_SIDE * PATCH_SIDE;
export const HEAD_COUNT = 4;
export const HEAD_WIDTH = 8;
export const MODEL_WIDTH = HEAD_COUNT * HEAD_WIDTH;

const CHANNELS = 3;
const PATCH_LENGTH = PATCH_SIDE ** 2 * CHANNELS;

/** Where a token holds what: mean colour in columns 0–2, place in 3–18, mixtures of pixels in 19–31. */
const POSITION_START = 3;
const POSITION_WIDTH = 16;
const MIXTURE_START = POSITION_START + POSITION_WIDTH;
const MIXTURE_WIDTH = MODEL_WIDTH - MIXTURE_START;

/** The colour that counts as zero: contrasts, not brightness, are to be compared. */
const MIDDLE_GREY = 0.55;

const SEEDS = {
  mixture: 11,
  classToken: 12,
  queries: 13,
  keys: 14,
  values: 15,
  output: 16,
} as const;

/** [CLS; x_p E + b] + E_pos for an image of 80×80 pixels, [26 × 32] (ViT, arXiv 2010.11929, equation 1). */
export function embed(image: PixelImage): Matrix {
  const patches = patchEmbed(patchify(image, PATCH_SIDE), PROJECTION.weight, PROJECTION.bias);
  return add(concatRows([CLASS_TOKEN, patches]), POSITION_EMBEDDING);
}

/** E averages a patch's red, green and blue, leaves room for the place, and mixes its pixels at random. */
const PROJECTION = centredLayer(
  concatColumns([
    meanColour(), // [768 × 3]
    createMatrix(PATCH_LENGTH, POSITION_WIDTH), // zeros
    randomMatrix(PATCH_LENGTH, MIXTURE_WIDTH, SEEDS.mixture, 3 / Math.sqrt(PATCH_LENGTH)),
  ]),
);

const CLASS_TOKEN = randomMatrix(1, MODEL_WIDTH, SEEDS.classToken, 0.3);

/** Two-dimensional sines and cosines in the columns for the place; the class token has none. */
const POSITION_EMBEDDING = concatRows([
  createMatrix(1, MODEL_WIDTH),
  concatColumns([
    createMatrix(PATCH_COUNT, POSITION_START),
    sinCosPositionEmbedding2d({ rows: GRID_SIDE, columns: GRID_SIDE }, POSITION_WIDTH),
    createMatrix(PATCH_COUNT, MIXTURE_WIDTH),
  ]),
]);

function meanColour(): Matrix {
  const average = createMatrix(PATCH_LENGTH, CHANNELS);
  for (let input = 0; input < PATCH_LENGTH; input++) {
    average.data[input * CHANNELS + (input % CHANNELS)] = CHANNELS / PATCH_LENGTH;
  }
  return average;
}

/** x ↦ (x − grey) W, written as x W + b. */
function centredLayer(weight: Matrix): Linear {
  return { weight, bias: sumRows(weight).map((sum) => -MIDDLE_GREY * sum) };
}

/** Head 1 compares brightness and two opponent colours, at these strengths set by eye. */
const COLOUR_COMPARISON = [
  {
    column: 0,
    readings: [
      [0, 4],
      [1, 4],
      [2, 4],
    ],
  }, // bright against dark
  {
    column: 1,
    readings: [
      [0, 7],
      [1, -7],
    ],
  }, // red against green
  {
    column: 2,
    readings: [
      [2, 7],
      [0, -3.5],
      [1, -3.5],
    ],
  }, // blue against yellow
] as const;

/** Head 2 compares the sines and cosines of the two fastest frequencies, of column and of row. */
const POSITION_COMPARISON = [0, 1, 4, 5, 8, 9, 12, 13].map((angle, column) => ({
  column,
  readings: [[POSITION_START + angle, 2.2]] as const,
}));

/** W [32 × 8] that reads the given numbers of a token, each at its strength, and no others. */
function reading(
  comparison: readonly { column: number; readings: readonly (readonly [number, number])[] }[],
): Matrix {
  const weight = createMatrix(MODEL_WIDTH, HEAD_WIDTH);
  for (const { column, readings } of comparison) {
    for (const [input, strength] of readings) weight.data[input * HEAD_WIDTH + column] = strength;
  }
  return weight;
}

const colour = reading(COLOUR_COMPARISON);
const position = reading(POSITION_COMPARISON);
const random = (seed: number, columns: number) =>
  randomMatrix(MODEL_WIDTH, columns, seed, 1.4 / Math.sqrt(MODEL_WIDTH));
const withoutBias = (weight: Matrix): Linear => ({
  weight,
  bias: new Float32Array(weight.columns),
});

/** Heads 1 and 2 have W_Q = W_K, set by hand; heads 3 and 4 draw both at random; so are W_V and W_O drawn. */
export const WEIGHTS: MultiHeadAttentionWeights = {
  queries: withoutBias(concatColumns([colour, position, random(SEEDS.queries, 2 * HEAD_WIDTH)])),
  keys: withoutBias(concatColumns([colour, position, random(SEEDS.keys, 2 * HEAD_WIDTH)])),
  values: withoutBias(scale(random(SEEDS.values, MODEL_WIDTH), 0.5)),
  output: withoutBias(scale(random(SEEDS.output, MODEL_WIDTH), 0.5)),
};
