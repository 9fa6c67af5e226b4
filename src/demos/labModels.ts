import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import { CheckpointError } from '../checkpoints/safetensors.ts';
import type { Checkpoints } from '../checkpoints/shipped.ts';
import { answer, createReader, look, type Reader } from '../inference/reader.ts';
import { SMALL_WORLD } from '../world/config.ts';
import { pixelsOf } from '../world/drawing.ts';
import { questionWords } from '../world/modelText.ts';
import type { OwnModels } from './definition.ts';
import { type Tuning, tuningOf } from './ownModelNames.ts';

/** The book's models that can be asked: after stage 1, and after stage 2 with each connector. */
const SHIPPED_NAMES = [
  'align-mlp',
  'instruct-mlp',
  'instruct-linear',
  'instruct-qFormer',
  'instruct-perceiver',
] as const;
type ShippedName = (typeof SHIPPED_NAMES)[number];

/** Whom the demos of chapter `lab` ask: one of the book's models, or the reader's own. */
export const MODEL_NAMES = [...SHIPPED_NAMES, 'mine'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** The shipped files that these models are put together from. */
export const MODEL_FILES = ['clip', 'language', ...SHIPPED_NAMES] as const;

/** Who answers. */
export interface Answering {
  reader: Reader;
  /** Why it is not the reader's own model, which was asked for */
  absence?: { kind: 'loading' | 'untrained' } | { kind: 'refused'; message: string };
  /** Whether it is the reader's own model, … */
  isByReader: boolean;
  /** … and how it was tuned, if it was */
  tuning?: Tuning | undefined;
}

/** The model of a name; where the reader's own is not there or cannot be used, the book's after stage 2. */
export function modelNamed(
  name: ModelName,
  checkpoints: Checkpoints,
  own: OwnModels | undefined,
): Answering {
  const isByReader = false;
  if (name !== 'mine') return { reader: shippedReader(name, checkpoints), isByReader };
  const reader = shippedReader('instruct-mlp', checkpoints);
  if (!own) return { reader, isByReader, absence: { kind: 'loading' } };
  if (!own.asked) return { reader, isByReader, absence: { kind: 'untrained' } };
  const { name: ownName, model } = own.asked;
  const found = model instanceof CheckpointError ? model : ownReader(model, checkpoints);
  if (found instanceof CheckpointError) {
    return { reader, isByReader, absence: { kind: 'refused', message: found.message } };
  }
  return { reader: found, isByReader: true, tuning: tuningOf(ownName) };
}

const readers = new WeakMap<CheckpointFile, Reader | CheckpointError>();

function shippedReader(name: ShippedName, checkpoints: Checkpoints): Reader {
  const file = checkpoints.get(name)!;
  const known = readers.get(file) ?? assemble(file, checkpoints);
  readers.set(file, known);
  return known as Reader;
}

/** The reader's own model, or why it cannot be used. */
function ownReader(file: CheckpointFile, checkpoints: Checkpoints): Reader | CheckpointError {
  const known = readers.get(file) ?? tryToAssemble(file, checkpoints);
  readers.set(file, known);
  return known;
}

/** It is asked once about an empty scene: what does not fit together, or is no number, throws there. */
function tryToAssemble(file: CheckpointFile, checkpoints: Checkpoints): Reader | CheckpointError {
  try {
    const reader = assemble(file, checkpoints);
    const seen = look(reader, pixelsOf(SMALL_WORLD, []));
    const question = questionWords(SMALL_WORLD, { kind: 'describe' });
    answer(reader, seen, question, { longest: 1 });
    return reader;
  } catch (error) {
    return new CheckpointError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * What a file lacks comes from the book: the vision encoder, and connector and decoder as they were when
 * its training began. A reader's model of a CLIP has the vision encoder alone.
 */
function assemble(file: CheckpointFile, checkpoints: Checkpoints): Reader {
  const begun = file.provenance.name.startsWith('align-') ? 'language' : 'instruct-mlp';
  const [clip, base] = ['clip', begun].map((name) => checkpoints.get(name)!);
  const vision = { ...clip, tensors: new Map([...clip.tensors, ...file.tensors]) };
  const lacking = [...base.tensors].filter(([path]) => !holds(file, path.split('.')[0]));
  const whole = { ...file, tensors: new Map([...lacking, ...file.tensors]) };
  return createReader({ vision, connector: whole, decoder: whole });
}

const holds = ({ tensors }: CheckpointFile, part: string): boolean =>
  [...tensors.keys()].some((path) => path.startsWith(`${part}.`));
