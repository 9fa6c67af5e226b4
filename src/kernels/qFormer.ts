import { crossAttention, multiHeadAttention, type MultiHeadAttentionResult } from './attention.ts';
import type { CrossBlockWeights } from './crossBlock.ts';
import { geluMatrix } from './gelu.ts';
import { layerNorm } from './layerNorm.ts';
import { type Linear, linear } from './linear.ts';
import { add, type Matrix } from './matrix.ts';

/** The parameters of a Q-Former. */
export interface QFormerWeights {
  /** The learned queries [M × D] */
  readonly queries: Matrix;
  /** The queries look at each other, then at the image tokens, D_vision → D, then each passes an MLP. */
  readonly layers: readonly CrossBlockWeights[];
  /** The fully connected layer to the language model */
  readonly output: Linear;
}

/** The steps of one layer. */
export interface QFormerLayerResult {
  /** `self.heads[h].weights` is [M × M]. */
  readonly self: MultiHeadAttentionResult;
  /** `cross.heads[h].weights` is [M × N]: where each query looks in the image. */
  readonly cross: MultiHeadAttentionResult;
  /** [M × D] */
  readonly output: Matrix;
}

/** Every layer, and the tokens for the language model [M × D]. */
export interface QFormerResult {
  readonly layers: readonly QFormerLayerResult[];
  readonly output: Matrix;
}

/**
 * The connector of BLIP-2 (Li et al. 2023, arXiv 2301.12597, section 3.1), its image path: N image
 * tokens become M, whatever N and whatever their order, [N × D_vision] → [M × D]. BLIP-2 starts from
 * BERT, which normalises after each sum, and looks at the image in every second layer; here the norm
 * comes first and every layer looks.
 */
export function qFormer(tokens: Matrix, weights: QFormerWeights, heads: number): QFormerResult {
  let x = weights.queries; // [M × D]
  const layers = weights.layers.map((layer) => {
    const result = qFormerLayer(x, tokens, layer, heads);
    x = result.output;
    return result;
  });
  return { layers, output: linear(x, weights.output) };
}

function qFormerLayer(
  x: Matrix,
  tokens: Matrix,
  layer: CrossBlockWeights,
  heads: number,
): QFormerLayerResult {
  const self = multiHeadAttention(layerNorm(x, layer.selfNorm), layer.self, heads);
  const mixed = add(x, self.output);
  const asking = layerNorm(mixed, layer.crossNorm);
  const cross = crossAttention(asking, tokens, layer.cross, heads);
  const informed = add(mixed, cross.output);
  const hidden = geluMatrix(linear(layerNorm(informed, layer.mlpNorm), layer.mlpHidden));
  return { self, cross, output: add(informed, linear(hidden, layer.mlpOutput)) };
}
