import { numpy as np } from '@jax-js/jax';
import { type Attention, attention, initialAttention } from '../attention.ts';
import type { Initialiser } from '../initialise.ts';
import {
  initialLayerNorm,
  initialLinear,
  type LayerNorm,
  layerNorm,
  type Linear,
  linear,
} from '../layers.ts';
import { gelu } from '../primitives.ts';
import type { Tensor } from '../tensor.ts';

/** One layer: the latents look at the image and at each other at once, then each passes an MLP. */
export interface PerceiverLayer {
  imageNorm: LayerNorm;
  latentNorm: LayerNorm;
  attention: Attention;
  mlpNorm: LayerNorm;
  mlpHidden: Linear;
  mlpOutput: Linear;
}

/** The Perceiver resampler of Flamingo (Alayrac et al. 2022, arXiv 2204.14198), for one image. */
export interface Perceiver {
  /** The learned latents [M × D]; D is also the width of the image tokens */
  latents: Tensor;
  layers: PerceiverLayer[];
  finalNorm: LayerNorm;
}

/** A new Perceiver resampler. */
export function initialPerceiver(
  init: Initialiser,
  width: number,
  { latents, layers, hiddenWidth }: { latents: number; layers: number; hiddenWidth: number },
): Perceiver {
  return {
    latents: init.normal([latents, width], 0.5),
    layers: Array.from({ length: layers }, () => ({
      imageNorm: initialLayerNorm(init, width),
      latentNorm: initialLayerNorm(init, width),
      attention: initialAttention(init, width),
      mlpNorm: initialLayerNorm(init, width),
      mlpHidden: initialLinear(init, width, hiddenWidth),
      mlpOutput: initialLinear(init, hiddenWidth, width, 0.5),
    })),
    finalNorm: initialLayerNorm(init, width),
  };
}

/**
 * N image tokens become M, whatever N and whatever their order: [B × N × D] → [B × M × D].
 * X ← X + Attention(q = X, kv = [image; X]), X ← X + MLP(X), in each layer.
 */
export function perceiver(tokens: Tensor, parameters: Perceiver, heads: number): Tensor {
  const { latents, layers, finalNorm } = parameters;
  const start = np.tile(latents, [tokens.shape[0], 1, 1]); // [B × M × D]
  const end = layers.reduce((x, layer) => {
    const asking = layerNorm(x.ref, layer.latentNorm);
    const image = layerNorm(tokens.ref, layer.imageNorm);
    const context = np.concatenate([image, asking.ref], 1); // [B × (N + M) × D]
    const informed = x.add(attention(asking, context, layer.attention, heads));
    const hidden = gelu(linear(layerNorm(informed.ref, layer.mlpNorm), layer.mlpHidden));
    return informed.add(linear(hidden, layer.mlpOutput));
  }, start);
  tokens.dispose();
  return layerNorm(end, finalNorm);
}
