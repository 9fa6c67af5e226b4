import * as v from 'valibot';
import { choiceField, integerField } from '../fields.ts';
import { imageField } from '../imageField.ts';

export const PATCH_SIZES = [8, 14, 16, 32] as const;
export const RESOLUTIONS = [112, 224] as const;
export const CHANNEL_COUNTS = [1, 3] as const;

export const schema = v.object({
  image: imageField(),
  /** Side of a patch in pixels, P. */
  patchSize: choiceField(PATCH_SIZES, 16),
  /** Side of the image in pixels, H = W. */
  resolution: choiceField(RESOLUTIONS, 224),
  /** 3 for RGB, 1 for grey, C. */
  channels: choiceField(CHANNEL_COUNTS, 3),
  /** The patch looked at, in raster order; taken modulo the number of patches. */
  patch: integerField(0, 10_000, 117),
});
