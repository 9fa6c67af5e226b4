import { type CheckpointFile, treeOf } from '../../checkpoints/checkpointFile.ts';
import type { StoredTensor } from '../../checkpoints/safetensors.ts';
import { namedLeaves } from '../../vlm/checkpoint.ts';
import { numbersOf, tensor } from '../../vlm/tensor.ts';

/** Parts of a model outside the engine: tensors by their path, which begins with the part's name. */
export type StoredParts = ReadonlyMap<string, StoredTensor>;

/** Whether the path of a tensor belongs to a part. */
const belongs = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`);

/** The tensors of some parts. */
export const chooseParts = (stored: StoredParts, parts: readonly string[]): StoredParts =>
  new Map([...stored].filter(([path]) => parts.some((part) => belongs(path, part))));

/** Whether a part is there. */
export const hasPart = (stored: StoredParts, part: string): boolean =>
  [...stored.keys()].some((path) => belongs(path, part));

/** The names of the parts. */
export const partNames = (stored: StoredParts): string[] => [
  ...new Set([...stored.keys()].map((path) => path.split('.')[0])),
];

/** A part as tensors of the engine; undefined if it is not there. */
export function makePart(stored: StoredParts, part: string): unknown {
  if (!hasPart(stored, part)) return undefined;
  const tree = treeOf(chooseParts(stored, [part]), ({ data, shape }) => tensor(data, shape));
  return (tree as Record<string, unknown>)[part];
}

/** A tree of the engine's tensors, copied; they stay alive. */
export async function storeParts(tree: Record<string, unknown>): Promise<StoredParts> {
  const stored = new Map<string, StoredTensor>();
  for (const [path, leaf] of namedLeaves(tree)) {
    stored.set(path, { shape: [...leaf.shape], data: Float32Array.from(await numbersOf(leaf)) });
  }
  return stored;
}

/** The part of the first file that has it. */
export function partOf(files: readonly CheckpointFile[], part: string): unknown {
  const file = files.find(({ tensors }) => hasPart(tensors, part));
  return file && makePart(file.tensors, part);
}

/** Whether every number is one. */
export const areFinite = (stored: StoredParts): boolean =>
  [...stored.values()].every(({ data }) => data.every(Number.isFinite));
