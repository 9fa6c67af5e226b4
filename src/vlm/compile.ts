import { jit, valueAndGrad } from '@jax-js/jax';
import type { Tensor } from './tensor.ts';

/** A compiled function; it consumes its tensors like any other. */
export type Compiled<Inputs extends unknown[], Output> = ((...inputs: Inputs) => Output) & {
  /** Gives up what the compilation holds */
  dispose(): void;
};

/**
 * Compiles a pure function of trees of tensors. It is run once for each new shape, to see what it does;
 * an `if` on a tensor, and a number of a closure, are then fixed for good.
 */
export const compile = <Inputs extends unknown[], Output>(
  compute: (...inputs: Inputs) => Output,
): Compiled<Inputs, Output> => jit(compute as never) as unknown as Compiled<Inputs, Output>;

/** The loss, and its gradient for the first argument. */
export const withGradient = <Inputs extends unknown[]>(
  loss: (...inputs: Inputs) => Tensor,
): ((...inputs: Inputs) => [Tensor, Inputs[0]]) =>
  valueAndGrad(loss as never) as unknown as (...inputs: Inputs) => [Tensor, Inputs[0]];
