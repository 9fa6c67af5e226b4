import type { SceneId } from './scenes.ts';

/** How the browser can show an image: draw a scene, or show a file by its URL. */
export type Picture = { kind: 'scene'; id: SceneId } | { kind: 'file'; url: string };
