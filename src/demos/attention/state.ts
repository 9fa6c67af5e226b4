import * as v from 'valibot';
import { choiceField, integerField, numberField } from '../fields.ts';
import { imageField } from '../imageField.ts';
import { HEAD_COUNT, TOKEN_COUNT } from './model.ts';

export const MASKS = ['none', 'causal', 'window'] as const;
export type MaskName = (typeof MASKS)[number];
export const MATRICES = ['weights', 'scores'] as const;
export const MINIMUM_TEMPERATURE = 0.1;
export const MAXIMUM_TEMPERATURE = 4;

export const schema = v.object({
  image: imageField(),
  /** The head looked at, from 0. */
  head: integerField(0, HEAD_COUNT - 1, 0),
  /** τ divides the scaled scores. */
  tau: numberField(MINIMUM_TEMPERATURE, MAXIMUM_TEMPERATURE, 1),
  mask: choiceField(MASKS, 'none'),
  /** The token that asks: 0 is the class token, then the patches in raster order. */
  query: integerField(0, TOKEN_COUNT - 1, 22),
  /** The token that is asked, lit in every part. */
  key: integerField(0, TOKEN_COUNT - 1, 20),
  /** Which N × N matrix is drawn. */
  matrix: choiceField(MATRICES, 'weights'),
});

export type State = v.InferOutput<typeof schema>;
