import type * as v from 'valibot';
import { createImage, type PixelImage } from '../../kernels/image.ts';
import { add, matmul, type Matrix, rowOf } from '../../kernels/matrix.ts';
import { nonLocalBlock } from '../../kernels/nonLocal.ts';
import { scenePixels } from '../../images/images.ts';
import { perImage } from '../perImage.ts';
import { blockWeights, type Embedding, outputWeights } from './block.ts';
import { COLOURS, type LocalFeatures, localFeatures, toColour } from './features.ts';
import { strongestPlaces } from './places.ts';
import { DEFAULT_SCENE, GRID, type KINDS, type schema } from './state.ts';

type State = v.InferOutput<typeof schema>;
type Kind = (typeof KINDS)[number];

/** What a non-local block does at one position: its affinity with all others, and what comes out. */
export function derive(state: State, image: PixelImage) {
  const { position, kind, embedding, strength } = state;
  const features = featuresOf(image, GRID);
  const block = blockOf(image, `${kind} ${embedding}`);
  const { z, after } = outputOf(image, `${kind} ${embedding} ${strength}`);
  const affinity = rowOf(block.affinity, position);
  const weights = rowOf(block.weights, position);
  const row = Math.floor(position / GRID);
  const column = position % GRID;
  return {
    kind,
    position,
    row,
    column,
    strength,
    weights,
    isNormalised: kind === 'gaussian' || kind === 'embeddedGaussian',
    /** C(x): Σ f for the Gaussians, N otherwise. */
    normaliser: kind === 'gaussian' || kind === 'embeddedGaussian' ? sum(affinity) : GRID ** 2,
    weightSum: sum(weights),
    places: strongestPlaces(weights, affinity, row, column),
    ...neighbourhood(weights, row, column),
    colours: {
      x: css(toColour(rowOf(features.x, position), features)),
      y: css(toColour(rowOf(block.y, position), features)),
      z: css(toColour(rowOf(z, position), features)),
    },
    after,
    isFirstScene: image === scenePixels(DEFAULT_SCENE),
  };
}

export type Derived = ReturnType<typeof derive>;

const featuresOf = perImage(localFeatures);

/** The block at all positions; W_z is left out, since only z depends on it. */
const blockOf = perImage((image, setting: `${Kind} ${Embedding}`) => {
  const [kind, embedding] = setting.split(' ') as [Kind, Embedding];
  return nonLocalBlock(featuresOf(image, GRID).x, blockWeights(embedding, 0), kind);
});

/** y W_z + x, as the block does it, and as a picture; here, since the block is kept while W_z changes. */
const outputOf = perImage((image, setting: `${Kind} ${Embedding} ${number}`) => {
  const [kind, embedding, strength] = setting.split(' ') as [Kind, Embedding, string];
  const features = featuresOf(image, GRID);
  const { y } = blockOf(image, `${kind} ${embedding}`);
  const z = add(matmul(y, outputWeights(Number(strength))), features.x); // [N × 3]·[3 × 6] + [N × 6]
  return { z, after: picture(z, features) };
});

const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);

/** What a 3 × 3 convolution at the same position would see, and the part of the weights that lies there. */
function neighbourhood(weights: Float32Array, row: number, column: number) {
  const top = Math.max(0, row - 1);
  const left = Math.max(0, column - 1);
  const height = Math.min(GRID, row + 2) - top;
  const width = Math.min(GRID, column + 2) - left;
  const isNear = (index: number) =>
    Math.abs(Math.floor(index / GRID) - row) <= 1 && Math.abs((index % GRID) - column) <= 1;
  const total = sum(weights.map(Math.abs));
  const near = sum(weights.map((weight, index) => (isNear(index) ? Math.abs(weight) : 0)));
  return { window: { top, left, height, width }, nearShare: total > 0 ? near / total : 0 };
}

const css = (colour: readonly number[]) =>
  `rgb(${colour.map((value) => Math.round(255 * value)).join(' ')})`;

/** Every position's colour channels as a picture. */
function picture(z: Matrix, features: LocalFeatures): PixelImage {
  const image = createImage(GRID, GRID, COLOURS);
  for (let index = 0; index < z.rows; index++) {
    image.data.set(toColour(rowOf(z, index), features), index * COLOURS);
  }
  return image;
}
