import { type Linear, linear } from './linear.ts';
import type { Matrix } from './matrix.ts';

/** The connector of LLaVA (Liu et al. 2023, arXiv 2304.08485, equation 1): H_v = Z_v W + b, [N × D_vision] → [N × D]. */
export function linearConnector(tokens: Matrix, weights: Linear): Matrix {
  return linear(tokens, weights);
}
