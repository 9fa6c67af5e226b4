import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';
import { imageField } from '../imageField.ts';
import { EMBEDDINGS, PATCH_COUNT } from './model.ts';

export const LAST_SHUFFLE = 999;

export const schema = v.object({
  image: imageField(),
  /** How the positions are embedded. */
  embedding: choiceField(EMBEDDINGS, 'sincos2d'),
  /** The position that the others are compared with, in raster order. */
  position: integerField(0, PATCH_COUNT - 1, 14),
  /** The seed of the patches' new order; 0 leaves them in place. */
  shuffle: integerField(0, LAST_SHUFFLE, 1),
});

export type State = v.InferOutput<typeof schema>;
