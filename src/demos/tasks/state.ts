import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';
import { sceneField } from '../sceneField.ts';
import { DEFAULT_MOVING_SCENE, SEQUENCE_WORLD } from '../sequenceModel.ts';

/** The six task families, in the order of the chapter. */
export const FAMILIES = [
  'retrieval',
  'grounding',
  'caption',
  'question',
  'reasoning',
  'event',
] as const;
export type Family = (typeof FAMILIES)[number];

export const schema = v.object({
  scene: sceneField(SEQUENCE_WORLD, DEFAULT_MOVING_SCENE),
  family: choiceField(FAMILIES, 'grounding'),
  /** The object asked about; taken modulo their number */
  object: integerField(0, 9, 0),
  /** The question asked; taken modulo their number */
  question: integerField(0, 9, 0),
});

export type State = v.InferOutput<typeof schema>;
