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

/** One layer: the queries look at each other, then at the image, then each passes an MLP. */
export interface QFormerLayer {
  selfNorm: LayerNorm;
  self: Attention;
  crossNorm: LayerNorm;
  /** Keys and values come from the image tokens, D_vision → D. */
  cross: Attention;
  mlpNorm: LayerNorm;
  mlpHidden: Linear;
  mlpOutput: Linear;
}

/** The connector of BLIP-2 (Li et al. 2023, arXiv 2301.12597), its image path. */
export interface QFormer {
  /** The learned queries [M × D] */
  queries: Tensor;
  layers: QFormerLayer[];
  /** The fully connected layer to the language model */
  output: Linear;
}

/** A new Q-Former. */
export function initialQFormer(
  init: Initialiser,
  visionWidth: number,
  width: number,
  { queries, layers, hiddenWidth }: { queries: number; layers: number; hiddenWidth: number },
): QFormer {
  return {
    queries: init.normal([queries, width], 0.5),
    layers: Array.from({ length: layers }, () => ({
      selfNorm: initialLayerNorm(init, width),
      self: initialAttention(init, width),
      crossNorm: initialLayerNorm(init, width),
      cross: initialAttention(init, width, visionWidth),
      mlpNorm: initialLayerNorm(init, width),
      mlpHidden: initialLinear(init, width, hiddenWidth),
      mlpOutput: initialLinear(init, hiddenWidth, width, 0.5),
    })),
    output: initialLinear(init, width, width),
  };
}

/**
 * N image tokens become M, whatever N and whatever their order: [B × N × D_vision] → [B × M × D].
 * BLIP-2 starts from BERT, which normalises after each sum, and looks at the image in every second
 * layer; here the norm comes first and every layer looks.
 */
export function qFormer(tokens: Tensor, parameters: QFormer, heads: number): Tensor {
  const { queries, layers, output } = parameters;
  const start = np.tile(queries, [tokens.shape[0], 1, 1]); // [B × M × D]
  const end = layers.reduce((x, layer) => {
    const own = layerNorm(x.ref, layer.selfNorm);
    const mixed = x.add(attention(own.ref, own, layer.self, heads));
    const asking = layerNorm(mixed.ref, layer.crossNorm);
    const informed = mixed.add(attention(asking, tokens.ref, layer.cross, heads));
    const hidden = gelu(linear(layerNorm(informed.ref, layer.mlpNorm), layer.mlpHidden));
    return informed.add(linear(hidden, layer.mlpOutput));
  }, start);
  tokens.dispose();
  return linear(end, output);
}
