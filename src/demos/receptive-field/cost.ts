import type { ConvolutionLayer } from '../../kernels/receptiveField.ts';
import { outputLength } from '../../kernels/convolution.ts';
import { GRID } from './state.ts';

/** Channels in and out of every layer, for the count of its cost. */
export const CHANNELS = 128;

export interface Cost {
  parameters: number;
  /** One multiplication and one addition count as one. */
  multiplyAdds: number;
}

/** L layers with C channels in and out: C²k² + C parameters each, C²k² multiply–adds a position. */
export function convolutionCost(layers: readonly ConvolutionLayer[]): Cost {
  const cost = { parameters: 0, multiplyAdds: 0 };
  let side = GRID;
  for (const { kernelSize, stride } of layers) {
    side = outputLength(side, kernelSize, { stride, padding: 'zeros' });
    cost.parameters += CHANNELS ** 2 * kernelSize ** 2 + CHANNELS;
    cost.multiplyAdds += side ** 2 * CHANNELS ** 2 * kernelSize ** 2;
  }
  return cost;
}

/** One self-attention layer on N positions: Q, K, V and output projections, then Q Kᵀ and A V. */
export function attentionCost(): Cost {
  const positions = GRID ** 2;
  return {
    parameters: 4 * (CHANNELS ** 2 + CHANNELS),
    multiplyAdds: 4 * positions * CHANNELS ** 2 + 2 * positions ** 2 * CHANNELS,
  };
}
