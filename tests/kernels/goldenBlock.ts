import type { EncoderBlockWeights } from '../../src/kernels/encoderBlock.ts';
import type { GoldenCase } from './golden.ts';

/** The parameters of an encoder block, as content/code/encoder_block.py names them. */
export function blockWeights(golden: GoldenCase, prefix = ''): EncoderBlockWeights {
  return {
    attentionNorm: golden.layerNorm(`${prefix}attention_norm`),
    attention: {
      queries: golden.linear(`${prefix}attention.queries`),
      keys: golden.linear(`${prefix}attention.keys`),
      values: golden.linear(`${prefix}attention.values`),
      output: golden.linear(`${prefix}attention.output`),
    },
    mlpNorm: golden.layerNorm(`${prefix}mlp_norm`),
    mlpHidden: golden.linear(`${prefix}mlp_hidden`),
    mlpOutput: golden.linear(`${prefix}mlp_output`),
  };
}
