import {
  decodeCheckpoint,
  encodeCheckpoint,
  type Provenance,
  treeOf,
} from '../checkpoints/checkpointFile.ts';
import type { Precision, StoredTensor } from '../checkpoints/safetensors.ts';
import { numbersOf, type Tensor, tensor } from './tensor.ts';

/** A checkpoint as the engine's tensors. */
export interface Checkpoint<P> {
  parameters: P;
  provenance: Provenance;
}

/** Parameters as a safetensors file; they stay alive. */
export async function writeCheckpoint(
  parameters: unknown,
  provenance: Provenance,
  precision: Precision = 'F16',
): Promise<Uint8Array<ArrayBuffer>> {
  const tensors = new Map<string, StoredTensor>();
  for (const [name, leaf] of namedLeaves(parameters)) {
    const data = Float32Array.from(await numbersOf(leaf));
    tensors.set(name, { shape: [...leaf.shape], data });
  }
  return encodeCheckpoint({ tensors, provenance }, precision);
}

/** Reads such a file. Throws a CheckpointError for one that is truncated, corrupt or of another version. */
export function readCheckpoint<P>(bytes: Uint8Array): Checkpoint<P> {
  const { tensors, provenance } = decodeCheckpoint(bytes);
  const parameters = treeOf(tensors, ({ data, shape }) => tensor(data, shape));
  return { parameters: parameters as P, provenance };
}

/** Each tensor with its path: "decoder.blocks.0.attention.queries.weight". */
export function namedLeaves(tree: unknown, path = ''): [string, Tensor][] {
  if (typeof tree !== 'object' || tree === null) {
    throw new TypeError(`${path || 'the tree'} is neither a tensor nor a record`);
  }
  if (Object.getPrototypeOf(tree) !== Object.prototype && !Array.isArray(tree)) {
    return [[path, tree as Tensor]];
  }
  return Object.entries(tree).flatMap(([name, child]) =>
    namedLeaves(child, path === '' ? name : `${path}.${name}`),
  );
}
