import type { MultiHeadAttentionWeights } from '../../kernels/attention.ts';
import type { PixelImage } from '../../kernels/image.ts';
import type { Linear } from '../../kernels/linear.ts';
import { add, concatColumns, concatRows, createMatrix, type Matrix } from '../../kernels/matrix.ts';
import { patchEmbed, patchify } from '../../kernels/patchEmbedding.ts';
import { sinCosPositionEmbedding2d } from '../../kernels/positionEmbedding.ts';
import { randomMatrix } from '../../kernels/random.ts';

/**
 * The attention layer of this demo. It is not trained: its weights are set by hand or drawn at
 * random with fixed seeds, so that each head has a pattern whose cause can be stated in a sentence.
 */
export const GRID_SIDE = 5;
export const PATCH_COUNT = GRID_SIDE ** 2;
export const TOKEN_COUNT = PATCH_COUNT + 1; // with the class token
export const PATCH_SIDE = 16;
export const HEAD_COUNT = 4;
export const HEAD_WIDTH = 8;
export const MODEL_WIDTH = HEAD_COUNT * HEAD_WIDTH;

/** The token's numbers by what they hold: mean colour, place, then random mixtures of the pixels. */
const COLOUR_WIDTH = 3;
const POSITION_START = 4;
const POSITION_WIDTH = 16;

const CHANNELS = 3;
const PATCH_LENGTH = PATCH_SIDE ** 2 * CHANNELS;
/** Middle grey: the colour whose token has zeros in the colour part. */
const MIDDLE_GREY = 0.55;

/** How strongly heads 1 and 2 compare; set by eye, so that a row is neither flat nor a single peak. */
const COLOUR_SCALE = 8;
const POSITION_SCALE = 2;

const SEEDS = { mixture: 11, classToken: 12, queries: 13, keys: 14, values: 15, output: 16 } as const;

/** [CLS; x_p E + b] + E_pos for an image of 80×80 pixels, [26 × 32] (ViT, arXiv 2010.11929, equation 1). */
export function embed(image: PixelImage): Matrix {
  const patches = patchEmbed(patchify(image, PATCH_SIDE), PROJECTION.weight, PROJECTION.bias);
  return add(concatRows([CLASS_TOKEN, patches]), POSITION_EMBEDDING);
}

/** E [768 × 32]: columns 0–2 average the patch's red, green and blue, columns 20–31 mix its pixels at random. */
const PROJECTION: Linear = (() => {
  const weight = createMatrix(PATCH_LENGTH, MODEL_WIDTH);
  const mixtureStart = POSITION_START + POSITION_WIDTH;
  const mixture = randomMatrix(
    PATCH_LENGTH,
    MODEL_WIDTH - mixtureStart,
    SEEDS.mixture,
    2 / Math.sqrt(PATCH_LENGTH),
  );
  for (let input = 0; input < PATCH_LENGTH; input++) {
    weight.data[input * MODEL_WIDTH + (input % CHANNELS)] = CHANNELS / PATCH_LENGTH;
    weight.data.set(
      mixture.data.subarray(input * mixture.columns, (input + 1) * mixture.columns),
      input * MODEL_WIDTH + mixtureStart,
    );
  }
  const bias = new Float32Array(MODEL_WIDTH).fill(-MIDDLE_GREY, 0, COLOUR_WIDTH);
  return { weight, bias };
})();
