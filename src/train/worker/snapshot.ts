import { decodeCheckpoint, encodeCheckpoint, treeOf } from '../../checkpoints/checkpointFile.ts';
import { CheckpointError, type StoredTensor } from '../../checkpoints/safetensors.ts';
import { SPLIT_RULE } from '../../world/split.ts';
import type { RunDescription } from '../description.ts';
import type { StoredParts } from './parts.ts';

/** Of the states that are saved to go on from; one of another version is refused. */
export const SNAPSHOT_VERSION = 1;

/** Points of the loss curve: steps of all stages, and the mean loss since the point before. */
export type Curve = (readonly [step: number, loss: number])[];

/** Where a run stands, outside the engine: with the description, all that is needed to go on. */
export interface Snapshot {
  run: RunDescription;
  stageIndex: number;
  /** Of the stage */
  step: number;
  curve: Curve;
  /** Every part that the run has trained so far */
  parts: StoredParts;
  /** AdamW's moments of the parts in training; none after a stage's last step */
  moments?: { first: StoredParts; second: StoredParts };
}

const PREFIXES = { parts: 'parts.', first: 'first.', second: 'second.' };

/** A state as bytes, in full precision. */
export function encodeSnapshot(snapshot: Snapshot): Uint8Array<ArrayBuffer> {
  const { run, stageIndex, step, curve, parts, moments } = snapshot;
  const tensors = new Map<string, StoredTensor>();
  const add = (prefix: string, stored: StoredParts) =>
    stored.forEach((value, path) => tensors.set(prefix + path, value));
  add(PREFIXES.parts, parts);
  if (moments) {
    add(PREFIXES.first, moments.first);
    add(PREFIXES.second, moments.second);
  }
  const provenance = {
    name: 'run',
    config: { snapshot: SNAPSHOT_VERSION, run, stageIndex },
    seed: run.stages[stageIndex].seed,
    split: SPLIT_RULE,
    curve,
    step,
  };
  return encodeCheckpoint({ tensors, provenance }, 'F32');
}

/** Reads such bytes. Throws a CheckpointError for what is truncated, corrupt or of another version. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const { tensors, provenance } = decodeCheckpoint(bytes);
  const config = provenance.config as Partial<Record<string, unknown>>;
  if (config['snapshot'] !== SNAPSHOT_VERSION) {
    throw new CheckpointError(
      `this state has version ${String(config['snapshot'])}, this page reads version ${SNAPSHOT_VERSION}`,
    );
  }
  const strip = (prefix: string): StoredParts =>
    new Map(
      [...tensors].flatMap(([path, value]) =>
        path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [],
      ),
    );
  const [first, second] = [strip(PREFIXES.first), strip(PREFIXES.second)];
  return {
    run: config['run'] as RunDescription,
    stageIndex: config['stageIndex'] as number,
    step: provenance.step ?? 0,
    curve: provenance.curve as Curve,
    parts: strip(PREFIXES.parts),
    ...(first.size > 0 ? { moments: { first, second } } : {}),
  };
}

/** Stored tensors as the tree that their paths tell, with leaves made by `make`. */
export const treeOfParts = <Leaf>(
  parts: StoredParts,
  make: (stored: StoredTensor) => Leaf,
): Record<string, unknown> => treeOf(parts, make) as Record<string, unknown>;
