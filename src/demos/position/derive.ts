import { multiHeadAttention } from '../../kernels/attention.ts';
import { resizeByArea, type PixelImage } from '../../kernels/image.ts';
import {
  add,
  concatRows,
  type Matrix,
  permuteRows,
  rowOf,
  scale,
  sliceRows,
  sumRows,
  transpose,
} from '../../kernels/matrix.ts';
import { cosineSimilarityMatrix } from '../../kernels/positionEmbedding.ts';
import { uniformSource } from '../../kernels/random.ts';
import { perImage } from '../perImage.ts';
import {
  CLASS_TOKEN,
  embedPatches,
  EMBEDDINGS,
  type EmbeddingName,
  GRID_SIDE,
  HEAD_COUNT,
  IMAGE_SIDE,
  PATCH_COUNT,
  PATCH_POSITIONS,
  positionEmbedding,
  WEIGHTS,
} from './model.ts';
import { LAST_SHUFFLE, type State } from './state.ts';

/** Differences below this come from float32 rounding: sums are taken in another order. */
const ROUNDING = 1e-5;

/** Position embeddings, how alike they are, and what an attention layer notices of shuffled patches. */
export function derive(state: State, image: PixelImage) {
  const { embedding, position, shuffle } = state;
  const without = experiment(image, `${shuffle}:none`);
  const { order } = without;
  return {
    /** E_pos with a column for each token, [32 × 37]. */
    embedding: EMBEDDING_COLUMNS[embedding],
    largest: EMBEDDING_COLUMNS[embedding].reduce(
      (most, value) => Math.max(most, Math.abs(value)),
      0,
    ),
    similarity: similarityTo(position, embedding),
    order,
    isShuffled: order.some((from, to) => from !== to),
    nextShuffle: (shuffle % LAST_SHUFFLE) + 1,
    without,
    with: experiment(image, `${shuffle}:${embedding}`),
  };
}

export type Derived = ReturnType<typeof derive>;
export type Experiment = Derived['without'];

const forEach = <Value>(make: (name: EmbeddingName) => Value) =>
  Object.fromEntries(EMBEDDINGS.map((name) => [name, make(name)])) as Record<EmbeddingName, Value>;

const EMBEDDING_COLUMNS = forEach((name) => transpose(positionEmbedding(name)).data);
const SIMILARITIES = forEach((name) => cosineSimilarityMatrix(PATCH_POSITIONS[name]));

function similarityTo(position: number, name: EmbeddingName) {
  const values = rowOf(SIMILARITIES[name], position);
  const smallest = values.reduce((a, b) => Math.min(a, b));
  const shades = values.map((value) => (value - smallest) / (1 - smallest));
  const place = { row: Math.floor(position / GRID_SIDE), column: position % GRID_SIDE };
  return {
    ...place,
    values,
    smallest,
    /** From 0 for the least similar to 1 for the position itself. */
    shades,
    /** Where the shade is so strong that a number on it is to be set in the colour of the paper. */
    isStrong: Array.from(shades, (shade) => shade > 0.6),
    /** The neighbours on the right and below, where the grid has them. */
    right: place.column + 1 < GRID_SIDE ? values[position + 1] : undefined,
    below: place.row + 1 < GRID_SIDE ? values[position + GRID_SIDE] : undefined,
  };
}

/** A new order of the patches: place i gets patch order[i]. Fisher–Yates with a seeded source; 0 changes nothing. */
export function shuffledOrder(seed: number): number[] {
  const order = Array.from({ length: PATCH_COUNT }, (_, index) => index);
  if (seed === 0) return order;
  const uniform = uniformSource(seed);
  for (let last = PATCH_COUNT - 1; last > 0; last--) {
    const chosen = Math.floor(uniform() * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}

/** The outputs [37 × 32] of one attention layer for the patches in this order. */
function outputsFor(image: PixelImage, seed: number, name: EmbeddingName | 'none'): Matrix {
  const patches = embedPatches(resizeByArea(image, IMAGE_SIDE, IMAGE_SIDE));
  const tokens = concatRows([CLASS_TOKEN, permuteRows(patches, shuffledOrder(seed))]);
  const input = name === 'none' ? tokens : add(tokens, positionEmbedding(name));
  return multiHeadAttention(input, WEIGHTS, HEAD_COUNT).output;
}

/** The same layer on the image and on its shuffled patches, compared; kept, for picking a position changes nothing. */
const experiment = perImage((image, setting: `${number}:${EmbeddingName | 'none'}`) => {
  const [seedText, name] = setting.split(':') as [string, EmbeddingName | 'none'];
  const seed = Number(seedText);
  const order = shuffledOrder(seed);
  const original = outputsFor(image, 0, name);
  const shuffled = outputsFor(image, seed, name);
  const [patches, shuffledPatches] = [original, shuffled].map((output) =>
    sliceRows(output, 1, output.rows),
  );
  return {
    order,
    original: rowOf(original, 0),
    shuffled: rowOf(shuffled, 0),
    /** One scale for both, so that equal colours are equal numbers. */
    scale: Math.max(...rowOf(original, 0).map(Math.abs), ...rowOf(shuffled, 0).map(Math.abs)),
    classToken: compared(rowOf(original, 0), rowOf(shuffled, 0)),
    mean: compared(meanOf(patches), meanOf(shuffledPatches)),
    /** Each patch's output against its own after the shuffle: Π MSA(X) and MSA(Π X). */
    patches: compared(permuteRows(patches, order).data, shuffledPatches.data),
  };
});

const meanOf = (matrix: Matrix) => sumRows(scale(matrix, 1 / matrix.rows));

export type Comparison = ReturnType<typeof compared>;

function compared(before: Float32Array, after: Float32Array) {
  const difference = before.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - after[index])),
    0,
  );
  return { difference, isSame: difference < ROUNDING };
}
