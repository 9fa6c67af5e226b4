import type { MultiHeadAttentionWeights } from '../kernels/attention.ts';
import type { BottleneckAdapterWeights } from '../kernels/bottleneckAdapter.ts';
import type { DecoderParameters } from '../kernels/decoder.ts';
import { mergeLowRank } from '../kernels/lora.ts';
import type { Matrix } from '../kernels/matrix.ts';
import type { Tensors } from './tensors.ts';

/**
 * A decoder with what parameter-efficient tuning has added to it, of which a file may hold `lora`,
 * `adapters` and `softPrompt`, named as in src/vlm/decoder.ts: LoRA is merged into the weights, an adapter
 * stands after each block, the soft prompt before the prefix.
 */
export function withChanges(decoder: DecoderParameters, tensors: Tensors): DecoderParameters {
  const width = decoder.embedding.columns;
  const ofLayer = (part: string, layer: number): Tensors | undefined =>
    tensors.has(part) ? tensors.at(part).at(layer) : undefined;
  return {
    ...decoder,
    blocks: decoder.blocks.map((block, layer) => {
      const [lora, adapter] = [ofLayer('lora', layer), ofLayer('adapters', layer)];
      return {
        ...block,
        attention: lora ? mergeLora(block.attention, lora, width) : block.attention,
        adapter: adapter && readAdapter(adapter, width),
      };
    }),
    softPrompt: tensors.has('softPrompt') ? tensors.matrix('softPrompt', 'any', width) : undefined,
  };
}

/** LoRA changes the query and the value projection. */
function mergeLora(
  attention: MultiHeadAttentionWeights,
  lora: Tensors,
  width: number,
): MultiHeadAttentionWeights {
  const merged = (weight: Matrix, change: Tensors): Matrix => {
    const down = change.matrix('down', width, 'any');
    return mergeLowRank(weight, { down, up: change.matrix('up', down.columns, width) });
  };
  const { queries, values } = attention;
  return {
    ...attention,
    queries: { ...queries, weight: merged(queries.weight, lora.at('queries')) },
    values: { ...values, weight: merged(values.weight, lora.at('values')) },
  };
}

function readAdapter(tensors: Tensors, width: number): BottleneckAdapterWeights {
  const down = tensors.linear('down', width, 'any');
  return { down, up: tensors.linear('up', down.bias.length, width) };
}
