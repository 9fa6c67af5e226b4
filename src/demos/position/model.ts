import type { MultiHeadAttentionWeights } from '../../kernels/attention.ts';
import type { PixelImage } from '../../kernels/image.ts';
import type { Linear } from '../../kernels/linear.ts';
import { concatRows, createMatrix, type Matrix, sumRows } from '../../kernels/matrix.ts';
import { patchEmbed, patchify } from '../../kernels/patchEmbedding.ts';
import {
  sinCosPositionEmbedding1d,
  sinCosPositionEmbedding2d,
} from '../../kernels/positionEmbedding.ts';
import { randomMatrix } from '../../kernels/random.ts';

/** An untrained attention layer: what is shown here is true of any weights, so these are drawn at random. */
export const GRID_SIDE = 6;
export const PATCH_COUNT = GRID_SIDE ** 2;
export const PATCH_SIDE = 16;
export const IMAGE_SIDE = GRID_SIDE * PATCH_SIDE;
export const HEAD_COUNT = 4;
export const MODEL_WIDTH = 32;
/** ViT draws its learned position embeddings from N(0, 0.02²) before training. */
export const INITIAL_DEVIATION = 0.02;

const PATCH_LENGTH = PATCH_SIDE ** 2 * 3;
const MIDDLE_GREY = 0.5;

export const EMBEDDINGS = ['sincos2d', 'sincos1d', 'random'] as const;
export type EmbeddingName = (typeof EMBEDDINGS)[number];

/** A row for each patch [36 × 32], without the class token's. */
export const PATCH_POSITIONS: Record<EmbeddingName, Matrix> = {
  sincos2d: sinCosPositionEmbedding2d({ rows: GRID_SIDE, columns: GRID_SIDE }, MODEL_WIDTH),
  sincos1d: sinCosPositionEmbedding1d(PATCH_COUNT, MODEL_WIDTH),
  random: randomMatrix(PATCH_COUNT, MODEL_WIDTH, 21, INITIAL_DEVIATION),
};

/** The class token's row [1 × 32]: zeros beside sines and cosines (as in MAE), else drawn like the others. */
const CLASS_POSITION: Record<EmbeddingName, Matrix> = {
  sincos2d: createMatrix(1, MODEL_WIDTH),
  sincos1d: createMatrix(1, MODEL_WIDTH),
  random: randomMatrix(1, MODEL_WIDTH, 22, INITIAL_DEVIATION),
};

/** E_pos [37 × 32]. */
export const positionEmbedding = (name: EmbeddingName) =>
  concatRows([CLASS_POSITION[name], PATCH_POSITIONS[name]]);

/** (x_p − grey) E for each patch of an image of 96×96 pixels, [36 × 32]. */
export function embedPatches(image: PixelImage): Matrix {
  return patchEmbed(patchify(image, PATCH_SIDE), PROJECTION, BIAS);
}

const PROJECTION = randomMatrix(PATCH_LENGTH, MODEL_WIDTH, 23, 3 / Math.sqrt(PATCH_LENGTH));
const BIAS = sumRows(PROJECTION).map((sum) => -MIDDLE_GREY * sum);

export const CLASS_TOKEN = randomMatrix(1, MODEL_WIDTH, 24);

const randomLayer = (seed: number): Linear => ({
  weight: randomMatrix(MODEL_WIDTH, MODEL_WIDTH, seed, 1.4 / Math.sqrt(MODEL_WIDTH)),
  bias: new Float32Array(MODEL_WIDTH),
});

export const WEIGHTS: MultiHeadAttentionWeights = {
  queries: randomLayer(25),
  keys: randomLayer(26),
  values: randomLayer(27),
  output: randomLayer(28),
};
