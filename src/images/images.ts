import type { PixelImage } from '../kernels/image.ts';
import { PHOTOS, type PhotoId } from './photos.ts';
import { drawScene, SCENES, type SceneId } from './scenes.ts';

/** Every image is brought to this size (pixels a side), so that 14, 16 and 32-pixel patches all fit. */
export const IMAGE_SIZE = 224;

export type ImageId = SceneId | PhotoId;
export const IMAGE_IDS = [...Object.keys(SCENES), ...Object.keys(PHOTOS)] as ImageId[];
export const DEFAULT_IMAGE: SceneId = 'harbour';

export const isScene = (id: string): id is SceneId => Object.hasOwn(SCENES, id);

const drawn = new Map<SceneId, PixelImage>();

/** A drawn scene as 224×224×3 pixels; drawn once. */
export function scenePixels(id: SceneId): PixelImage {
  const pixels = drawn.get(id) ?? drawScene(SCENES[id], IMAGE_SIZE);
  drawn.set(id, pixels);
  return pixels;
}

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Where an image of the site is served, under the site's base path: a scene as SVG, a photograph as JPEG. */
export const imageUrl = (id: ImageId) =>
  isScene(id) ? `${BASE}/scenes/${id}.svg` : `${BASE}/photos/${id}.jpg`;
