import { lax, nn, numpy as np } from '@jax-js/jax';
import type { Tensor } from './tensor.ts';

/**
 * Three functions whose derivative is written out instead of left to autodiff, because the engine's
 * WebAssembly kernels are several times faster without exponentials and divisions, and autodiff would
 * compute both again in the backward pass. The pattern: the value is computed on `constant(x)`, and
 * the derivative is carried by `infinitesimal(x)`, which is 0 with derivative 1. PyTorch's gradients
 * check them (tests/vlm).
 */
const constant = (x: Tensor): Tensor => lax.stopGradient(x);
const infinitesimal = (x: Tensor): Tensor => x.ref.sub(lax.stopGradient(x));

/** The last axis reduced to length 1, so that the result broadcasts against what it was reduced from. */
const column = (x: Tensor): Tensor => x.reshape([...x.shape, 1]);

/** As in src/kernels: Flax's default, not PyTorch's 1e-5. */
const EPSILON = 1e-6;

/**
 * (x − μ) / √(σ² + ε) along the last axis, [… × D] → [… × D] (Ba et al. 2016, arXiv 1607.06450).
 * Its derivative: dy = (dx − mean(dx) − y · mean(y · dx)) / √(σ² + ε).
 */
export function normalise(x: Tensor): Tensor {
  const value = constant(x.ref);
  const centred = value.ref.sub(column(value.mean(-1)));
  const inverse = column(np.reciprocal(np.sqrt(np.square(centred.ref).mean(-1).add(EPSILON))));
  const y = centred.mul(inverse.ref);
  const dx = infinitesimal(x);
  const along = column(y.ref.mul(dx.ref).mean(-1));
  const tangent = dx.ref.sub(column(dx.mean(-1))).sub(y.ref.mul(along));
  return y.add(tangent.mul(inverse));
}

/**
 * Softmax along the last axis, [… × n] → [… × n]; scores of −1e9 get exactly 0.
 * Its derivative: dp = p · (ds − Σ p · ds).
 */
export function softmax(scores: Tensor): Tensor {
  const value = constant(scores.ref);
  const shifted = value.ref.sub(column(value.max(-1)));
  const powers = exponential(shifted);
  const inverse = column(np.reciprocal(powers.ref.sum(-1)));
  const p = powers.mul(inverse);
  const ds = infinitesimal(scores);
  const along = column(p.ref.mul(ds.ref).sum(-1));
  return p.ref.add(p.mul(ds.sub(along)));
}

/** Below this, e^x is 0 next to the 1 of the largest score. */
const NEGLIGIBLE = -20;

/** e^u on [−0.625, 0], constant term first: the polynomial that meets e^u in 6 Chebyshev nodes. */
const EXPONENTIAL = [
  0.999999969, 0.9999964211, 0.4999327506, 0.166201264, 0.0401926453, 0.0061180933,
];

/** e^x for x ≤ 0, relative error about 2e-6, as (e^(x/32))^32: products and sums only. */
function exponential(x: Tensor): Tensor {
  const u = x.ref.mul(1 / 32);
  let power = EXPONENTIAL.slice(0, -1).reduceRight<Tensor>(
    (sum, coefficient) => sum.mul(u.ref).add(coefficient),
    np.full(u.shape, EXPONENTIAL.at(-1)!),
  );
  u.dispose();
  for (let squaring = 0; squaring < 5; squaring++) power = np.square(power);
  return np.where(x.less(NEGLIGIBLE), 0, power);
}

/** GELU, exact (Hendrycks & Gimpel 2016, arXiv 1606.08415): x · Φ(x). */
export const gelu = (x: Tensor): Tensor => nn.gelu(x, { approximate: false });

/** max(x, 0)² (So et al. 2021, arXiv 2109.08668): as good as GELU here, without an exponential. */
export const squaredRelu = (x: Tensor): Tensor => np.square(nn.relu(x));
