import { createMatrix, type Matrix, scale } from '../../kernels/matrix.ts';
import { type NonLocalWeights } from '../../kernels/nonLocal.ts';
import { randomMatrix } from '../../kernels/random.ts';
import { CHANNELS, COLOURS } from './features.ts';
import type { EMBEDDINGS } from './state.ts';

export type Embedding = (typeof EMBEDDINGS)[number];

/** C′ = C / 2, as in the paper. */
const WIDTH = CHANNELS / 2;

/** How strongly the hand-set θ and φ stretch what they take: the exponent grows by its square. */
const STRETCH = 2;

/** Small enough that e^(θ·φ) is a finite float32 whatever the image. */
const RANDOM_DEVIATION = 0.5;
const SEEDS = { theta: 1, phi: 2 };

/** Takes three of the six channels, from `first` on, as they are: [6 × 3]. */
function selection(first: number): Matrix {
  const matrix = createMatrix(CHANNELS, WIDTH);
  for (let index = 0; index < WIDTH; index++) matrix.data[(first + index) * WIDTH + index] = 1;
  return matrix;
}

const colours = selection(0);
const texture = selection(COLOURS);

/** W_z [3 × 6]: puts y back into the colour channels, times `strength`. */
export function outputWeights(strength: number): Matrix {
  const matrix = createMatrix(WIDTH, CHANNELS);
  for (let index = 0; index < WIDTH; index++) matrix.data[index * CHANNELS + index] = strength;
  return matrix;
}

/** A block whose weights are set by hand or drawn at random, never trained; g takes the colours. */
export function blockWeights(embedding: Embedding, strength: number): NonLocalWeights {
  return {
    ...EMBEDDING_WEIGHTS[embedding],
    g: colours,
    output: outputWeights(strength),
    concatenation: new Float32Array(2 * WIDTH).fill(-1),
  };
}

const both = (matrix: Matrix) => ({ theta: matrix, phi: matrix });

const EMBEDDING_WEIGHTS: Record<Embedding, Pick<NonLocalWeights, 'theta' | 'phi'>> = {
  colour: both(scale(colours, STRETCH)),
  texture: both(scale(texture, STRETCH)),
  random: {
    theta: randomMatrix(CHANNELS, WIDTH, SEEDS.theta, RANDOM_DEVIATION),
    phi: randomMatrix(CHANNELS, WIDTH, SEEDS.phi, RANDOM_DEVIATION),
  },
};
