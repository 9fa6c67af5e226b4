import { nn, numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import { normalise } from './primitives.ts';
import type { Tensor } from './tensor.ts';

/** y = x W + b; PyTorch's nn.Linear stores the transpose of this weight. */
export interface Linear {
  /** W [inputs × outputs] */
  weight: Tensor;
  /** b [outputs] */
  bias: Tensor;
}

/** The learned scale and shift of a layer normalisation, each [D]. */
export interface LayerNorm {
  scale: Tensor;
  bias: Tensor;
}

/** Normal weights with variance gain² / inputs, so that outputs start with the variance of the inputs. */
export function initialLinear(
  init: Initialiser,
  inputs: number,
  outputs: number,
  gain = 1,
): Linear {
  return {
    weight: init.normal([inputs, outputs], gain / Math.sqrt(inputs)),
    bias: init.zeros([outputs]),
  };
}

/** Scale 1, shift 0. */
export function initialLayerNorm(init: Initialiser, width: number): LayerNorm {
  return { scale: init.ones([width]), bias: init.zeros([width]) };
}

/** x W + b, [… × inputs] → [… × outputs]. */
export const linear = (x: Tensor, { weight, bias }: Linear): Tensor => project(x, weight).add(bias);

/** x W without a bias, [… × inputs] · [inputs × outputs]. */
export function project(x: Tensor, weight: Tensor): Tensor {
  const [inputs, outputs] = weight.shape;
  const shape = [...x.shape.slice(0, -1), outputs];
  // As one matrix of rows, so that the gradient for W is one product and not one an image.
  return np.matmul(x.reshape([-1, inputs]), weight).reshape(shape);
}

/** Layer normalisation of the last axis, [… × D] → [… × D]. */
export const layerNorm = (x: Tensor, { scale, bias }: LayerNorm): Tensor =>
  normalise(x).mul(scale).add(bias);

/** The rows of a table, tokens [B × n] (int32), table [V × D] → [B × n × D]. */
export function embed(tokens: Tensor, table: Tensor): Tensor {
  // A product, because the engine cannot differentiate a look-up inside jit.
  return project(nn.oneHot(tokens, table.shape[0]), table);
}
