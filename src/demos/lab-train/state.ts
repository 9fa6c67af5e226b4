import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';

export const STAGES = [
  'encoder',
  'language',
  'connector',
  'instructions',
  'peft',
  'pipeline',
] as const;
export type StageName = (typeof STAGES)[number];

export const CONNECTOR_KINDS = ['linear', 'mlp', 'qFormer', 'perceiver'] as const;
export const COMPARED = ['none', ...CONNECTOR_KINDS] as const;
export const SOURCES = ['scratch', 'shipped', 'mine'] as const;
export const OBJECTS = ['one', 'several'] as const;
export const METHODS = ['lora', 'adapter', 'softPrompt', 'connector', 'decoder'] as const;
export const TASK_IDS = ['colours', 'style'] as const;

export const LAST_SEED = 999;

export const schema = v.object({
  stage: choiceField(STAGES, 'connector'),
  connector: choiceField(CONNECTOR_KINDS, 'mlp'),
  /** A second connector that is trained beside the first, with the same seed and batches */
  compare: choiceField(COMPARED, 'none'),
  /** What the trained parts start from; a stage that cannot start from it takes its first possibility */
  from: choiceField(SOURCES, 'scratch'),
  /** Of stage 0a: scenes of one object, or of several with near misses */
  objects: choiceField(OBJECTS, 'one'),
  method: choiceField(METHODS, 'lora'),
  task: choiceField(TASK_IDS, 'style'),
  seed: integerField(1, LAST_SEED, 1),
});
