import { toFloat16 } from './float16.ts';
import {
  CheckpointError,
  type Precision,
  readSafetensors,
  type StoredTensor,
  writeSafetensors,
} from './safetensors.ts';
import { numbersOf, type Tensor, tensor } from './tensor.ts';

/** Of the files; one of another version is refused. */
export const CHECKPOINT_VERSION = '1';

/** Where a checkpoint comes from: all that is needed to train it again. */
export interface Provenance {
  /** Which part of the pipeline, such as "stage-2 mlp" */
  name: string;
  /** World, sizes, and settings of each stage, as data */
  config: unknown;
  seed: number;
  /** The rule by which layouts were split */
  split: string;
  /** The loss, thinned out: pairs of step and mean loss since the pair before */
  curve: readonly (readonly [number, number])[];
  /** Steps done, of an unfinished stage */
  step?: number;
}

/** A checkpoint as it is read. */
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
  const metadata = {
    patchwork: CHECKPOINT_VERSION,
    provenance: JSON.stringify(provenance),
    checksum: checksum(tensors),
  };
  return writeSafetensors({ tensors, metadata }, precision);
}

/** Reads such a file. Throws a CheckpointError for one that is truncated, corrupt or of another version. */
export function readCheckpoint<P>(bytes: Uint8Array): Checkpoint<P> {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata['patchwork'] === undefined) {
    throw new CheckpointError('this file is no checkpoint of Patchwork');
  }
  if (metadata['patchwork'] !== CHECKPOINT_VERSION) {
    throw new CheckpointError(
      `this checkpoint has version ${metadata['patchwork']}, this page reads version ${CHECKPOINT_VERSION}`,
    );
  }
  if (checksum(tensors) !== metadata['checksum']) {
    throw new CheckpointError('the numbers in the file are corrupt: its checksum is wrong');
  }
  const provenance = JSON.parse(metadata['provenance']) as Provenance;
  return { parameters: treeOf(tensors) as P, provenance };
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

/** The tree whose paths the names are; numbers in them are indices of a list. */
function treeOf(tensors: ReadonlyMap<string, StoredTensor>): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, { shape, data }] of tensors) {
    const steps = name.split('.');
    const last = steps.pop()!;
    let node = root;
    steps.forEach((step, index) => {
      const isList = /^\d+$/.test(steps[index + 1] ?? last);
      node = (node[step] ??= isList ? [] : {}) as Record<string, unknown>;
    });
    node[last] = tensor(data, shape);
  }
  return root;
}

/** FNV-1a over the names and over every number as half precision would print it, whatever the precision. */
function checksum(tensors: ReadonlyMap<string, StoredTensor>): string {
  let hash = 0x811c9dc5;
  const add = (value: number) => (hash = Math.imul(hash ^ value, 0x01000193));
  for (const [name, { shape, data }] of tensors) {
    for (const character of `${name}${shape}`) add(character.charCodeAt(0));
    for (const half of toFloat16(data)) {
      add(half & 0xff);
      add(half >>> 8);
    }
  }
  return (hash >>> 0).toString(16);
}
