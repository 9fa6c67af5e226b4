import { toFloat16 } from './float16.ts';
import {
  CheckpointError,
  type Precision,
  readSafetensors,
  type StoredTensor,
  writeSafetensors,
} from './safetensors.ts';

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

/** A checkpoint as a file holds it. */
export interface CheckpointFile {
  /** By the path in the tree of parameters: "decoder.blocks.0.attention.queries.weight" */
  tensors: ReadonlyMap<string, StoredTensor>;
  provenance: Provenance;
}

/** A checkpoint as a safetensors file. */
export function encodeCheckpoint(
  { tensors, provenance }: CheckpointFile,
  precision: Precision = 'F16',
): Uint8Array<ArrayBuffer> {
  const metadata = {
    patchwork: CHECKPOINT_VERSION,
    provenance: JSON.stringify(provenance),
    checksum: checksum(tensors),
  };
  return writeSafetensors({ tensors, metadata }, precision);
}

/** Reads such a file. Throws a CheckpointError for one that is truncated, corrupt or of another version. */
export function decodeCheckpoint(bytes: Uint8Array): CheckpointFile {
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
  return { tensors, provenance: JSON.parse(metadata['provenance']) as Provenance };
}

/** The tree whose paths the names are; numbers in them are indices of a list. Leaves are made by `make`. */
export function treeOf<Leaf>(
  tensors: ReadonlyMap<string, StoredTensor>,
  make: (stored: StoredTensor) => Leaf,
): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, stored] of tensors) {
    const steps = name.split('.');
    const last = steps.pop()!;
    let node = root;
    steps.forEach((step, index) => {
      const isList = /^\d+$/.test(steps[index + 1] ?? last);
      node = (node[step] ??= isList ? [] : {}) as Record<string, unknown>;
    });
    node[last] = make(stored);
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
