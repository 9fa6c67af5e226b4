import * as v from 'valibot';
import { choiceField, integerField, numberField } from '../fields.ts';
import { DRAWING_NAMES, LOCATION_COUNT } from './model.ts';

export const MINIMUM_GATE = -0.5;
export const MAXIMUM_GATE = 1.5;

export const schema = v.object({
  drawing: choiceField(DRAWING_NAMES, 'butterfly'),
  /** γ, which the attention layer's output is multiplied with; 0 is where training starts. */
  gamma: numberField(MINIMUM_GATE, MAXIMUM_GATE, 0),
  /** The output location j that is looked at, in raster order. */
  location: integerField(0, LOCATION_COUNT - 1, 95),
});

export type State = v.InferOutput<typeof schema>;
