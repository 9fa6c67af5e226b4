import { type Attention, attention, initialAttention } from './attention.ts';
import { ACTIVATIONS, type Activation } from './block.ts';
import type { Initialiser } from './initialise.ts';
import {
  initialLayerNorm,
  initialLinear,
  type LayerNorm,
  layerNorm,
  type Linear,
  linear,
} from './layers.ts';
import type { Tensor } from './tensor.ts';

/**
 * A block that looks at its own sequence, then at another: a decoder block of an encoder–decoder, or a
 * layer of a Q-Former.
 */
export interface CrossBlock {
  selfNorm: LayerNorm;
  self: Attention;
  crossNorm: LayerNorm;
  /** Keys and values come from the other sequence, D_memory → D */
  cross: Attention;
  mlpNorm: LayerNorm;
  /** D → MLP width */
  mlpHidden: Linear;
  /** MLP width → D */
  mlpOutput: Linear;
}

/** A new block whose three updates start small. */
export function initialCrossBlock(
  init: Initialiser,
  width: number,
  mlpWidth: number,
  memoryWidth = width,
): CrossBlock {
  return {
    selfNorm: initialLayerNorm(init, width),
    self: initialAttention(init, width),
    crossNorm: initialLayerNorm(init, width),
    cross: initialAttention(init, width, memoryWidth),
    mlpNorm: initialLayerNorm(init, width),
    mlpHidden: initialLinear(init, width, mlpWidth),
    mlpOutput: initialLinear(init, mlpWidth, width, 0.5),
  };
}

/** What a cross block is called with. */
export interface CrossBlockOptions {
  heads: number;
  activation: Activation;
  /** [n × n], for the own sequence */
  causal?: Tensor | undefined;
  /** [B × 1 × 1 × m], for the other one */
  padding?: Tensor | undefined;
}

/**
 * A pre-LN block, z [B × n × D], memory [B × m × D_memory] → [B × n × D]: self-attention, attention to
 * the memory, MLP (Vaswani et al. 2017, arXiv 1706.03762, section 3.1; there the norm comes last).
 */
export function crossBlock(
  z: Tensor,
  memory: Tensor,
  block: CrossBlock,
  { heads, activation, causal, padding }: CrossBlockOptions,
): Tensor {
  const own = layerNorm(z.ref, block.selfNorm);
  const mixed = z.add(attention(own.ref, own, block.self, heads, { mask: causal }));
  const asking = layerNorm(mixed.ref, block.crossNorm);
  const informed = mixed.add(attention(asking, memory, block.cross, heads, { mask: padding }));
  const hidden = linear(layerNorm(informed.ref, block.mlpNorm), block.mlpHidden); // [B × n × M]
  return informed.add(linear(ACTIVATIONS[activation](hidden), block.mlpOutput));
}
