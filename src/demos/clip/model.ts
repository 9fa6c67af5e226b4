import type { CheckpointFile } from '../../checkpoints/checkpointFile.ts';
import {
  type Clip,
  createClip,
  imageEmbedding,
  type ImageEmbedding,
  textEmbedding,
} from '../../inference/clip.ts';
import { perFile } from '../../inference/weights.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { pixelsOf } from '../../world/drawing.ts';
import type { Scene } from '../../world/scene.ts';
import { codeOfScene } from '../sceneField.ts';

/** A toy CLIP, and what it has embedded so far. */
export interface Towers {
  clip: Clip;
  /** The most words that a text can hold, besides the mark at its beginning */
  longest: number;
  imageOf: (scene: Scene) => ImageEmbedding;
  textOf: (words: readonly string[]) => Float32Array;
}

/** Enough for a reader who tries things out. */
const MOST_KEPT = 200;

/** The towers of a file; what they embed is kept, for a slider must not compute it again. */
export const towersOf = perFile((file: CheckpointFile): Towers => {
  const clip = createClip(file);
  const images = new Map<string, ImageEmbedding>();
  const texts = new Map<string, Float32Array>();
  return {
    clip,
    longest: clip.weights.text.position.rows - 1,
    imageOf: (scene) =>
      kept(images, codeOfScene(scene), () => imageEmbedding(clip, pixelsOf(SMALL_WORLD, scene))),
    textOf: (words) => kept(texts, words.join(' '), () => textEmbedding(clip, words)),
  };
});

function kept<Value>(values: Map<string, Value>, key: string, compute: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  if (values.size >= MOST_KEPT) values.clear();
  const made = compute();
  values.set(key, made);
  return made;
}
