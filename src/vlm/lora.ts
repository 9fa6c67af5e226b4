import { numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import type { Decoder } from './decoder.ts';
import type { Tensor } from './tensor.ts';

/** A change of a frozen weight of low rank r: ΔW = A B. */
export interface LowRank {
  /** A [D × r], normal at first */
  down: Tensor;
  /** B [r × D], zero at first, so that the change starts at nothing */
  up: Tensor;
}

/** The changes of one attention: its query and value projections, as in the LoRA paper. */
export interface AttentionLora {
  queries: LowRank;
  values: LowRank;
}

/** One change a block of the decoder. */
export type Lora = AttentionLora[];

/**
 * LoRA (Hu et al. 2022, arXiv 2106.09685), W + A B. The paper's scale α / r is left out: with Adam
 * it is a change of the learning rate for A and B.
 */
export function initialLora(init: Initialiser, layers: number, width: number, rank: number): Lora {
  const lowRank = (): LowRank => ({
    down: init.normal([width, rank], 1 / Math.sqrt(width)),
    up: init.zeros([rank, width]),
  });
  return Array.from({ length: layers }, () => ({ queries: lowRank(), values: lowRank() }));
}

/** The decoder with the changes added to its weights: the same function, without LoRA's extra products. */
export function mergeLora(decoder: Decoder, lora: Lora): Decoder {
  const merged = (weight: Tensor, { down, up }: LowRank) => weight.add(np.matmul(down, up));
  return {
    ...decoder,
    blocks: decoder.blocks.map((block, layer) => {
      const { queries, values } = block.attention;
      return {
        ...block,
        attention: {
          ...block.attention,
          queries: { ...queries, weight: merged(queries.weight, lora[layer].queries) },
          values: { ...values, weight: merged(values.weight, lora[layer].values) },
        },
      };
    }),
  };
}
