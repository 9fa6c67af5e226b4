import * as v from 'valibot';
import { choiceField, integerField, numberField } from '../fields.ts';
import { imageField } from '../imageField.ts';

/** Positions a side of the grid of local features. */
export const GRID = 20;
export const KINDS = ['gaussian', 'embeddedGaussian', 'dotProduct', 'concatenation'] as const;
export const EMBEDDINGS = ['colour', 'texture', 'random'] as const;
export const DEFAULT_SCENE = 'pair';

export const schema = v.object({
  image: imageField(DEFAULT_SCENE),
  /** The picked position i, row-major in the grid. */
  position: integerField(0, GRID * GRID - 1, 83),
  /** The pairwise function f. */
  kind: choiceField(KINDS, 'embeddedGaussian'),
  /** What θ and φ take from a position's features. */
  embedding: choiceField(EMBEDDINGS, 'colour'),
  /** W_z is this number times the matrix that puts y back into the colour channels. */
  strength: numberField(0, 1, 0.5),
});
