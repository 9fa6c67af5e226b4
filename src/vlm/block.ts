import { type Attention, attention, initialAttention } from './attention.ts';
import { type BottleneckAdapter, bottleneckAdapter } from './bottleneckAdapter.ts';
import type { Initialiser } from './initialise.ts';
import {
  initialLayerNorm,
  initialLinear,
  type LayerNorm,
  layerNorm,
  type Linear,
  linear,
} from './layers.ts';
import type { AttentionLora } from './lora.ts';
import { gelu, squaredRelu } from './primitives.ts';
import type { Tensor } from './tensor.ts';

/** The parameters of one Transformer block; the names are those of src/kernels/encoderBlock.ts. */
export interface Block {
  attentionNorm: LayerNorm;
  attention: Attention;
  mlpNorm: LayerNorm;
  /** D → MLP width */
  mlpHidden: Linear;
  /** MLP width → D */
  mlpOutput: Linear;
}

/** The nonlinear functions that an MLP may have. */
export const ACTIVATIONS = { gelu, squaredRelu };
export type Activation = keyof typeof ACTIVATIONS;

/** A new block whose two updates start small. */
export function initialBlock(init: Initialiser, width: number, mlpWidth: number): Block {
  return {
    attentionNorm: initialLayerNorm(init, width),
    attention: initialAttention(init, width),
    mlpNorm: initialLayerNorm(init, width),
    mlpHidden: initialLinear(init, width, mlpWidth),
    mlpOutput: initialLinear(init, mlpWidth, width, 0.5),
  };
}

/** What a call of a block may add. */
export interface BlockOptions {
  heads: number;
  activation: Activation;
  /** [n × n], added to the attention scores */
  mask?: Tensor | undefined;
  lora?: AttentionLora | undefined;
  adapter?: BottleneckAdapter | undefined;
}

/**
 * A pre-LN Transformer block, z [B × n × D] → [B × n × D]: z′ = MSA(LN(z)) + z, then MLP(LN(z′)) + z′
 * (ViT, arXiv 2010.11929, equations 2 and 3), and a bottleneck adapter after it, if there is one.
 */
export function transformerBlock(z: Tensor, block: Block, options: BlockOptions): Tensor {
  const { heads, activation, mask, lora, adapter } = options;
  const x = layerNorm(z.ref, block.attentionNorm);
  const attended = z.add(attention(x.ref, x, block.attention, heads, { mask, lora }));
  const hidden = linear(layerNorm(attended.ref, block.mlpNorm), block.mlpHidden); // [B × n × M]
  const output = attended.add(linear(ACTIVATIONS[activation](hidden), block.mlpOutput));
  return adapter ? bottleneckAdapter(output, adapter) : output;
}

/** Blocks one after the other, each with its own change, if any. */
export function transformerBlocks(
  z: Tensor,
  blocks: readonly Block[],
  options: BlockOptions,
  changes: (layer: number) => Pick<BlockOptions, 'lora' | 'adapter'> = () => ({}),
): Tensor {
  const { mask, ...rest } = options;
  const output = blocks.reduce(
    (x, block, layer) =>
      transformerBlock(x, block, { ...rest, mask: mask?.ref, ...changes(layer) }),
    z,
  );
  mask?.dispose();
  return output;
}
