import { DEFAULT_IMAGE, IMAGE_IDS } from '../images/images.ts';
import { choiceField } from './fields.ts';

/** The field of demos that work on an image; the frame then offers the choice. */
export const imageField = (fallback = DEFAULT_IMAGE) => choiceField(IMAGE_IDS, fallback);
