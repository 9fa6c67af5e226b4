import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { Checkpoints } from '../checkpoints/shipped.ts';
import { createReader, type Reader } from '../inference/reader.ts';

/** Whom the demos of chapter `lab` ask: the book's models after stages 1 and 2, or the reader's own. */
export const MODEL_NAMES = ['align-mlp', 'instruct-mlp', 'mine'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** The shipped files that these models are put together from. */
export const MODEL_FILES = ['clip', 'language', 'align-mlp', 'instruct-mlp'] as const;

/** Whether there is such a model: the reader's own only once they have trained one. */
export const hasModel = (name: ModelName, checkpoints: Checkpoints): boolean =>
  checkpoints.has(name);

/** A model that answers; where the reader has none of their own, the book's after stage 2. */
export function readerNamed(name: ModelName, checkpoints: Checkpoints): Reader {
  const file = checkpoints.get(name) ?? checkpoints.get('instruct-mlp')!;
  const known = readers.get(file) ?? assemble(file, checkpoints);
  readers.set(file, known);
  return known;
}

const readers = new WeakMap<CheckpointFile, Reader>();

/**
 * What a file lacks comes from the book: the decoder from stage 0b, and of a CLIP whatever is not there,
 * for a reader's model has its vision encoder alone.
 */
function assemble(file: CheckpointFile, checkpoints: Checkpoints): Reader {
  const clip = checkpoints.get('clip')!;
  return createReader({
    vision: { ...clip, tensors: new Map([...clip.tensors, ...file.tensors]) },
    connector: file,
    decoder: holds(file, 'decoder') ? file : checkpoints.get('language')!,
  });
}

const holds = ({ tensors }: CheckpointFile, part: string): boolean =>
  [...tensors.keys()].some((name) => name.startsWith(`${part}.`));
