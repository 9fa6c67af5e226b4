import { numpy as np } from '@jax-js/jax';
import { type CrossBlock, crossBlock, initialCrossBlock } from '../crossBlock.ts';
import type { Initialiser } from '../initialise.ts';
import { initialLinear, type Linear, linear } from '../layers.ts';
import type { Tensor } from '../tensor.ts';

/** The connector of BLIP-2 (Li et al. 2023, arXiv 2301.12597), its image path. */
export interface QFormer {
  /** The learned queries [M × D] */
  queries: Tensor;
  /** The queries look at each other, then at the image tokens, D_vision → D, then each passes an MLP. */
  layers: CrossBlock[];
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
    layers: Array.from({ length: layers }, () =>
      initialCrossBlock(init, width, hiddenWidth, visionWidth),
    ),
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
  const end = layers.reduce(
    (x, layer) => crossBlock(x, tokens.ref, layer, { heads, activation: 'gelu' }),
    start,
  );
  tokens.dispose();
  return linear(end, output);
}
