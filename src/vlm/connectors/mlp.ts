import type { Initialiser } from '../initialise.ts';
import { initialLinear, type Linear, linear } from '../layers.ts';
import { gelu } from '../primitives.ts';
import type { Tensor } from '../tensor.ts';

/** The connector of LLaVA-1.5 (Liu et al. 2024, arXiv 2310.03744): two layers with a GELU between. */
export interface MlpConnector {
  /** D_vision → hidden */
  hidden: Linear;
  /** hidden → D */
  output: Linear;
}

/** A new one. */
export const initialMlpConnector = (
  init: Initialiser,
  visionWidth: number,
  width: number,
  hiddenWidth: number,
): MlpConnector => ({
  hidden: initialLinear(init, visionWidth, hiddenWidth),
  output: initialLinear(init, hiddenWidth, width),
});

/** Token by token, [B × N × D_vision] → [B × N × D]. */
export const mlpConnector = (tokens: Tensor, { hidden, output }: MlpConnector): Tensor =>
  linear(gelu(linear(tokens, hidden)), output);
