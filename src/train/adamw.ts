import { numpy as np, tree } from '@jax-js/jax';
import { leavesOf, mapTree, share, type Tensor } from '../vlm/tensor.ts';

/** The running means of the gradient and of its square, for every parameter. */
export interface Moments<T> {
  first: T;
  second: T;
}

export interface AdamwOptions {
  beta1: number;
  beta2: number;
  weightDecay: number;
  /** The largest norm of the whole gradient; a longer one is shortened to it. */
  clipNorm: number;
}

export const ADAMW: AdamwOptions = { beta1: 0.9, beta2: 0.98, weightDecay: 0.01, clipNorm: 1 };

/** Zero moments for the parameters, which stay alive. */
export function initialMoments<T>(parameters: T): Moments<T> {
  const zeros = () => mapTree(parameters, (leaf) => np.zeros(leaf.shape));
  return { first: zeros(), second: zeros() };
}

/**
 * One step of AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101) after clipping the gradient's norm.
 * `schedule` is [learning rate, 1 − β₁ᵗ, 1 − β₂ᵗ], a tensor, so that no step is compiled anew.
 */
export function adamw<T>(
  parameters: T,
  gradients: T,
  moments: Moments<T>,
  schedule: Tensor,
  options: AdamwOptions = ADAMW,
): { parameters: T; moments: Moments<T> } {
  const { beta1, beta2, weightDecay, clipNorm } = options;
  const clip = np.minimum(np.reciprocal(gradientNorm(gradients)).mul(clipNorm), 1);
  const rate = schedule.ref.slice(0);
  const [unbias1, unbias2] = [schedule.ref.slice(1), schedule.slice(2)].map(np.reciprocal);
  // The clipped gradients themselves are never made: their factor joins β's.
  const [share1, share2] = [clip.ref.mul(1 - beta1), np.square(clip).mul(1 - beta2)];
  const first = combine(moments.first, share(gradients), (m, g) =>
    m.mul(beta1).add(g.mul(share1.ref)),
  );
  const second = combine(moments.second, gradients, (v, g) =>
    v.mul(beta2).add(np.square(g).mul(share2.ref)),
  );
  const scaled = combine(share(first), share(second), (m, v) =>
    m.mul(unbias1.ref).div(np.sqrt(v.mul(unbias2.ref)).add(1e-8)),
  );
  const updated = combine(parameters, scaled, (parameter, step) =>
    parameter.ref.sub(step.add(parameter.mul(weightDecay)).mul(rate.ref)),
  );
  [share1, share2, rate, unbias1, unbias2].forEach((scalar) => scalar.dispose());
  return { parameters: updated, moments: { first, second } };
}

/** √(Σ g²) over every parameter; does not consume. */
function gradientNorm(gradients: unknown): Tensor {
  const squares = leavesOf(share(gradients)).map((leaf) => np.square(leaf).sum());
  return np.sqrt(squares.reduce((sum, square) => sum.add(square)).add(1e-12));
}

const combine = <T>(left: T, right: T, with_: (a: Tensor, b: Tensor) => Tensor): T =>
  tree.map(with_ as never, left as never, right as never) as T;
