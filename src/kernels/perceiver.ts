import {
  crossAttention,
  type MultiHeadAttentionResult,
  type MultiHeadAttentionWeights,
} from './attention.ts';
import { geluMatrix } from './gelu.ts';
import { type LayerNorm, layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
import { add, concatRows, type Matrix } from './matrix.ts';

/** The parameters of one layer: the latents look at the image and at each other at once, then each passes an MLP. */
export interface PerceiverLayerWeights {
  readonly imageNorm: LayerNorm;
  readonly latentNorm: LayerNorm;
  readonly attention: MultiHeadAttentionWeights;
  readonly mlpNorm: LayerNorm;
  readonly mlpHidden: Linear;
  readonly mlpOutput: Linear;
}

/** The parameters of a Perceiver resampler. */
export interface PerceiverWeights {
  /** The learned latents [M × D]; D is also the width of the image tokens */
  readonly latents: Matrix;
  readonly layers: readonly PerceiverLayerWeights[];
  readonly finalNorm: LayerNorm;
}

/** The steps of one layer. */
export interface PerceiverLayerResult {
  /** `attention.heads[h].weights` is [M × (N + M)], the image tokens first. */
  readonly attention: MultiHeadAttentionResult;
  /** [M × D] */
  readonly output: Matrix;
}

/** Every layer, and the tokens for the language model [M × D]. */
export interface PerceiverResult {
  readonly layers: readonly PerceiverLayerResult[];
  readonly output: Matrix;
}

/**
 * The Perceiver resampler of Flamingo (Alayrac et al. 2022, arXiv 2204.14198, section 2.1 and appendix
 * A.1.1), for one image: X ← X + Attention(q = X, kv = [image; X]), X ← X + MLP(X) in each layer. N image
 * tokens become M, whatever N and whatever their order, [N × D] → [M × D].
 */
export function perceiver(
  tokens: Matrix,
  weights: PerceiverWeights,
  heads: number,
): PerceiverResult {
  let x = weights.latents; // [M × D]
  const layers = weights.layers.map((layer) => {
    const result = perceiverLayer(x, tokens, layer, heads);
    x = result.output;
    return result;
  });
  return { layers, output: layerNorm(x, weights.finalNorm) };
}

function perceiverLayer(
  x: Matrix,
  tokens: Matrix,
  layer: PerceiverLayerWeights,
  heads: number,
): PerceiverLayerResult {
  const asking = layerNorm(x, layer.latentNorm);
  const context = concatRows([layerNorm(tokens, layer.imageNorm), asking]); // [N + M × D]
  const attention = crossAttention(asking, context, layer.attention, heads);
  const informed = add(x, attention.output);
  const hidden = geluMatrix(linear(layerNorm(informed, layer.mlpNorm), layer.mlpHidden));
  return { attention, output: add(informed, linear(hidden, layer.mlpOutput)) };
}
