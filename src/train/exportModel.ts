import { type CheckpointFile, encodeCheckpoint } from '../checkpoints/checkpointFile.ts';
import { CONNECTORS, type ConnectorKind } from '../vlm/connectors/connector.ts';
import { modelConfig } from '../vlm/model.ts';
import type { WorldConfig } from '../world/config.ts';
import { createTokenizer } from '../world/vocabulary.ts';

/** The checkpoints that a whole model is made of; `decoder` may be the same file as `connector`. */
export interface ModelParts {
  /** Holds clip.vision */
  clip: CheckpointFile;
  connector: CheckpointFile;
  decoder: CheckpointFile;
}

/**
 * Vision encoder, connector and decoder as one safetensors file, with the sizes and the words that it
 * takes to use them: what content/code/toy_vlm.py loads.
 */
export function exportModel(
  { clip, connector, decoder }: ModelParts,
  world: WorldConfig,
  kind: ConnectorKind,
): Uint8Array<ArrayBuffer> {
  const tensors = new Map([
    ...tensorsBelow(clip, 'clip.vision', 'vision'),
    ...tensorsBelow(connector, 'connector', 'connector'),
    ...tensorsBelow(decoder, 'decoder', 'decoder'),
  ]);
  const { vision, decoder: language, connector: sizes } = modelConfig(world, CONNECTORS[kind]);
  const config = {
    world: world.id,
    vision,
    connector: sizes,
    decoder: language,
    words: createTokenizer(world).words,
    from: [clip, connector, decoder].map(({ provenance: { name, seed } }) => ({ name, seed })),
  };
  return encodeCheckpoint({ tensors, provenance: { ...connector.provenance, config } });
}

/** The tensors whose names begin with `path`, under another name. Throws a RangeError if there are none. */
function tensorsBelow({ tensors, provenance }: CheckpointFile, path: string, name: string) {
  const found = [...tensors]
    .filter(([at]) => at.startsWith(`${path}.`))
    .map(([at, tensor]) => [name + at.slice(path.length), tensor] as const);
  if (found.length === 0) throw new RangeError(`${provenance.name} holds no ${path}`);
  return found;
}
