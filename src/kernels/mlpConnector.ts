import { geluMatrix } from './gelu.ts';
import { type Linear, linear } from './linear.ts';
import type { Matrix } from './matrix.ts';

/** The parameters of a two-layer connector. */
export interface MlpConnectorWeights {
  /** D_vision → hidden */
  readonly hidden: Linear;
  /** hidden → D */
  readonly output: Linear;
}

/**
 * The connector of LLaVA-1.5 (Liu et al. 2024, arXiv 2310.03744, section 3.3): two layers with a GELU
 * between them, token by token, [N × D_vision] → [N × D].
 */
export function mlpConnector(tokens: Matrix, { hidden, output }: MlpConnectorWeights): Matrix {
  return linear(geluMatrix(linear(tokens, hidden)), output);
}
