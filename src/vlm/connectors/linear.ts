import type { Initialiser } from '../initialise.ts';
import { initialLinear, type Linear } from '../layers.ts';

/** LLaVA's connector (Liu et al. 2023, arXiv 2304.08485): H_v = Z_v W + b, token by token. */
export type LinearConnector = Linear;

/** A new one, D_vision → D. */
export const initialLinearConnector = (
  init: Initialiser,
  visionWidth: number,
  width: number,
): LinearConnector => initialLinear(init, visionWidth, width);

export { linear as linearConnector } from '../layers.ts';
