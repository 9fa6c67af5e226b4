import { normalSource } from '../kernels/random.ts';
import { type Tensor, tensor } from './tensor.ts';

/** Fills new parameters. The normal numbers come from the seed, so that every backend gets the same. */
export interface Initialiser {
  normal(shape: readonly number[], standardDeviation: number): Tensor;
  zeros(shape: readonly number[]): Tensor;
  ones(shape: readonly number[]): Tensor;
}

/** One sequence of numbers for everything that is initialised with it. */
export function initialiser(seed: number): Initialiser {
  const normal = normalSource(seed);
  const filled = (shape: readonly number[], next: () => number) =>
    tensor(Float32Array.from({ length: sizeOf(shape) }, next), shape);
  return {
    normal: (shape, standardDeviation) => filled(shape, () => standardDeviation * normal()),
    zeros: (shape) => filled(shape, () => 0),
    ones: (shape) => filled(shape, () => 1),
  };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, axis) => size * axis, 1);
