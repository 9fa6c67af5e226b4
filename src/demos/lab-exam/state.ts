import * as v from 'valibot';
import { choiceField, flagField, integerField } from '../fields.ts';
import { EXAMINABLE_NAMES, NEWEST } from '../ownModelNames.ts';

/** By their connector, all after stage 2; and the reader's own. */
export const EXAMINEES = ['mlp', 'linear', 'qFormer', 'perceiver', 'mine'] as const;
export type Examinee = (typeof EXAMINEES)[number];

export const SCENE_COUNTS = [24, 96, 384] as const;
export const LAST_SEED = 9999;
export const KINDS = ['all', 'yesNo', 'choice', 'open', 'caption'] as const;

export const schema = v.object({
  examinee: choiceField(EXAMINEES, 'mlp'),
  /** The reader's model that is examined as `mine`; a reader who keeps none of this name takes the newest */
  own: choiceField([NEWEST, ...EXAMINABLE_NAMES], NEWEST),
  /** Scenes of held-out layouts */
  scenes: choiceField(SCENE_COUNTS, 24),
  /** Of scenes and questions */
  seed: integerField(1, LAST_SEED, 1),
  /** Which questions are listed */
  kind: choiceField(KINDS, 'all'),
  onlyWrong: flagField(false),
  /** Taken modulo the number of pages */
  page: integerField(0, 999, 0),
});
