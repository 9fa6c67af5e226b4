import { matmul, type Matrix, scale, transpose } from '../../kernels/matrix.ts';
import { descend } from './descent.ts';
import { gradientOf, lossOf } from './losses.ts';
import type { State } from './state.ts';

/** A power of 2, so that it is exact in float32. */
const STEP = 2 ** -12;

export interface GradientCheck {
  /** How many numbers the gradient has: 2Nd */
  count: number;
  /** The largest number of the gradient */
  largest: number;
  /** The largest difference between the gradient and the finite differences */
  difference: number;
  /** The same for a gradient that forgets that embeddings are divided by their norms */
  withoutNorm: number;
}

/**
 * Moves every coordinate of every embedding a little forth and back, one after the other, and compares
 * how much the loss changes with what the gradient says.
 */
export function checkGradient(state: State): GradientCheck {
  const { images, texts } = copied(descend(state, state.steps).embeddings);
  const lossNow = () => lossOf({ images, texts }, state);
  const gradient = gradientOf({ images, texts }, state);
  // s·G·T̂ and s·Gᵀ·Î; here the embeddings already have length 1
  const pairs = scale(gradient.logits, 1 / state.tau);
  const naive = [matmul(pairs, texts), matmul(transpose(pairs), images)];
  const slopes = [...differences(images, lossNow), ...differences(texts, lossNow)];
  const exact = [...gradient.images.data, ...gradient.texts.data];
  const farthest = (values: readonly number[]) =>
    values.reduce((most, value, index) => Math.max(most, Math.abs(value - slopes[index])), 0);
  return {
    count: slopes.length,
    largest: exact.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    difference: farthest(exact),
    withoutNorm: farthest([...naive[0].data, ...naive[1].data]),
  };
}

/** (L(x + h) − L(x − h)) / 2h for each number of a matrix, which is afterwards as it was before. */
function differences({ data }: Matrix, loss: () => number): number[] {
  return Array.from(data, (value, index) => {
    data[index] = value + STEP;
    const [above, high] = [data[index], loss()]; // what float32 made of it
    data[index] = value - STEP;
    const [below, low] = [data[index], loss()];
    data[index] = value;
    return (high - low) / (above - below);
  });
}

const copied = ({ images, texts }: { images: Matrix; texts: Matrix }) => ({
  images: { ...images, data: images.data.slice() },
  texts: { ...texts, data: texts.data.slice() },
});
