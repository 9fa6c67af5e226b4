import { IMAGE_SIZE } from './images.ts';

/** The side of a picture's own coordinates; overlays are drawn in the same units. */
export const PICTURE_SIDE = IMAGE_SIZE;

/** How the browser can show an image: a file of the site, or a blob of the reader's. */
export interface Picture {
  url: string;
}
