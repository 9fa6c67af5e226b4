import { add, matmul, type Matrix } from './matrix.ts';

/** A change of a frozen weight [D × D] of low rank r. */
export interface LowRank {
  /** A [D × r] */
  readonly down: Matrix;
  /** B [r × D] */
  readonly up: Matrix;
}

/**
 * LoRA (Hu et al. 2022, arXiv 2106.09685, section 4.1) merged into the weight: W′ = W + A B, [D × D].
 * x W′ is x W + (x A) B, so the model answers as before the merge and does not compute more than without LoRA.
 */
export function mergeLowRank(weight: Matrix, { down, up }: LowRank): Matrix {
  return add(weight, matmul(down, up));
}
