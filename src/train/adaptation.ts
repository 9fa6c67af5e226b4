import type { WorldConfig } from '../world/config.ts';
import { initialAdapter } from '../vlm/bottleneckAdapter.ts';
import type { DecoderChanges } from '../vlm/decoder.ts';
import type { Initialiser } from '../vlm/initialise.ts';
import { initialLora } from '../vlm/lora.ts';
import { LONG_TEXT, type ModelConfig, type Reader } from '../vlm/model.ts';
import { initialSoftPrompt } from '../vlm/softPrompt.ts';
import type { Method } from './description.ts';
import type { FeaturePool } from './features.ts';
import { type Mixture, packRow, randomTurns, type Turn } from './rows.ts';
import { imageStage, type StageSettings } from './stages.ts';
import { adaptTurn, type Task } from './tasks.ts';
import type { Job } from './trainer.ts';

/** The name of the part that each method trains. */
export const METHOD_PARTS: Readonly<Record<Method, keyof DecoderChanges | keyof Reader>> = {
  lora: 'lora',
  adapter: 'adapters',
  softPrompt: 'softPrompt',
  connector: 'connector',
  decoder: 'decoder',
};

/** Rank of LoRA, width of the bottleneck, and length of the soft prompt (a multiple of 8, for speed). */
const RANK = 4;
const BOTTLENECK = 8;
export const SOFT_PROMPT_LENGTH = 8;

/** What a method adds to a decoder before its first step; undefined if it trains what is there. */
export function initialChange(
  init: Initialiser,
  method: Method,
  { decoder }: ModelConfig,
): unknown {
  switch (method) {
    case 'lora':
      return initialLora(init, decoder.layers, decoder.width, RANK);
    case 'adapter':
      return Array.from({ length: decoder.layers }, () =>
        initialAdapter(init, decoder.width, BOTTLENECK),
      );
    case 'softPrompt':
      return initialSoftPrompt(init, SOFT_PROMPT_LENGTH, decoder.width);
    default:
      return undefined;
  }
}

/** What parts beside connector and decoder a model has. */
export function changesOf({ lora, adapters, softPrompt }: Record<string, unknown>): DecoderChanges {
  return {
    ...(lora ? { lora } : {}),
    ...(adapters ? { adapters } : {}),
    ...(softPrompt ? { softPrompt } : {}),
  } as DecoderChanges;
}

/** All kinds of turns about alike: the model knows the world already, it has to learn how to speak of it. */
const MIXTURE: Mixture = { yesNo: 0.4, open: 0.25, choice: 0.15, caption: 0.2 };

/** A finished model is adapted to a task; all but what the method trains is frozen. */
export const adaptationStage = (
  world: WorldConfig,
  config: ModelConfig,
  settings: StageSettings,
  pool: FeaturePool,
  { method, task }: { method: Method; task: Task },
): Job<Reader & Record<string, unknown>> =>
  imageStage(world, config, settings, pool, {
    trainable: [METHOD_PARTS[method]],
    changesOf,
    softLength: method === 'softPrompt' ? SOFT_PROMPT_LENGTH : 0,
    length: LONG_TEXT,
    rowOf: (tokenizer, scene, random) =>
      packRow(tokenizer, adapted(task, randomTurns(world, scene, random, MIXTURE)), LONG_TEXT),
  });

function* adapted(task: Task, turns: Iterable<Turn>): Generator<Turn> {
  for (const turn of turns) yield adaptTurn(task, turn);
}
