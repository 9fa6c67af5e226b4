import * as v from 'valibot';
import { LOCATION_BINS } from '../../world/sequence/unified.ts';
import { choiceField, integerField } from '../fields.ts';
import { sceneField } from '../sceneField.ts';
import { DEFAULT_MOVING_SCENE, SEQUENCE_WORLD } from '../sequenceModel.ts';

/** What the reader can ask for, by an instruction alone. */
export const ASKED = [
  'region',
  'caption',
  'question',
  'inRegion',
  'match',
  'nearMiss',
  'before',
  'intent',
  'after',
  'draw',
] as const;
export type Asked = (typeof ASKED)[number];

/** The fewest and the most location bins of the slider. */
export const BINS = { fewest: 4, most: 250 } as const;

export const schema = v.object({
  scene: sceneField(SEQUENCE_WORLD, DEFAULT_MOVING_SCENE),
  asked: choiceField(ASKED, 'region'),
  /** The object asked about; taken modulo their number */
  object: integerField(0, 9, 0),
  /** The question asked; taken modulo their number */
  question: integerField(0, 9, 0),
  /** The step of writing looked at; taken modulo their number */
  step: integerField(0, 99, 0),
  /** For the box of the object, beside the model */
  bins: integerField(BINS.fewest, BINS.most, LOCATION_BINS),
});

export type State = v.InferOutput<typeof schema>;
