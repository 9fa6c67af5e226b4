import * as v from 'valibot';
import { SEARCH_WORLD } from '../../world/search.ts';
import { choiceField, integerField } from '../fields.ts';
import { sceneField } from '../sceneField.ts';

export const READINGS = ['class', 'mean'] as const;

/** Layers and heads of the shipped classifier; a test holds them to the checkpoint. */
export const LAYERS = 3;
export const HEADS = 4;

/** `map` of attention rollout; the others are layer · HEADS + head + 1. */
export const ROLLOUT = 0;

export const schema = v.object({
  /** At first a layout that the classifier has not been trained on. */
  scene: sceneField(SEARCH_WORLD, '0yt.1rs.2bs.3gc'),
  /** What stands for the image: the class token, or the mean of the patches' tokens. */
  reading: choiceField(READINGS, 'class'),
  /** Which map lies over the picture. */
  map: integerField(0, LAYERS * HEADS, ROLLOUT),
});

export type State = v.InferOutput<typeof schema>;
