import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';
import { sceneField } from '../sceneField.ts';

export const LAST_SEED = 9999;
export const RENDERINGS = ['plain', 'training'] as const;
export const WORDINGS = ['reader', 'model'] as const;

export const schema = v.object({
  /** Of the last random scene, and of how its picture differs from others of the same scene */
  seed: integerField(1, LAST_SEED, 1),
  scene: sceneField(),
  /** Seed of the questions */
  questions: integerField(1, LAST_SEED, 1),
  /** As composed, or moved and noisy as in training */
  rendering: choiceField(RENDERINGS, 'plain'),
  /** Questions in the reader's words or in the model's */
  wording: choiceField(WORDINGS, 'reader'),
});
