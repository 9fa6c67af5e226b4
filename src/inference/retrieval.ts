import { matmul, type Matrix, matrixFromRows, transpose } from '../kernels/matrix.ts';
import { type RandomSource, uniformSource } from '../kernels/random.ts';
import { ranksOfOwn, recallAt } from '../kernels/retrieval.ts';
import type { WorldConfig } from '../world/config.ts';
import { pixelsOf, randomRendering, type Rendering } from '../world/drawing.ts';
import { captionWords } from '../world/modelText.ts';
import { layoutKey, type Scene } from '../world/scene.ts';
import { sceneOf } from '../world/split.ts';
import { type Clip, imageEmbedding, textEmbedding } from './clip.ts';

/** Scenes of layouts that no model was trained on, no two alike, each in a random rendering. */
export interface Gallery {
  scenes: readonly Scene[];
  renderings: readonly Rendering[];
}

/** A gallery drawn by a seed. Throws a RangeError if the world has too few test layouts. */
export function drawGallery(world: WorldConfig, size: number, seed: number): Gallery {
  const random = uniformSource(seed);
  const scenes = differentScenes(world, size, random);
  return { scenes, renderings: scenes.map((scene) => randomRendering(scene, random)) };
}

function differentScenes(world: WorldConfig, size: number, random: RandomSource): Scene[] {
  const scenes = new Map<string, Scene>();
  for (let attempts = 0; scenes.size < size; attempts++) {
    if (attempts > 100 * size) throw new RangeError(`there are fewer than ${size} test layouts`);
    const scene = sceneOf('test', world, random);
    scenes.set(layoutKey(scene), scene);
  }
  return [...scenes.values()];
}

/** Pictures and captions in the common space, row i of both is one scene [N × E]. */
export interface EmbeddedGallery {
  images: Matrix;
  texts: Matrix;
}

/** Every picture and every caption of a gallery, embedded on its own. */
export function embedGallery(
  clip: Clip,
  world: WorldConfig,
  { scenes, renderings }: Gallery,
): EmbeddedGallery {
  const images = scenes.map(
    (scene, index) => imageEmbedding(clip, pixelsOf(world, scene, renderings[index])).embedding,
  );
  const texts = scenes.map((scene) => textEmbedding(clip, captionWords(world, scene)));
  return { images: matrixFromRows(images), texts: matrixFromRows(texts) };
}

/** Where each picture's own caption and each caption's own picture stand when sorted by cosine, from 1. */
export interface RetrievalRanks {
  imageToText: number[];
  textToImage: number[];
}

/** Ranks in both directions. */
export function retrievalRanks({ images, texts }: EmbeddedGallery): RetrievalRanks {
  const cosines = matmul(images, transpose(texts)); // [N × N]
  return { imageToText: ranksOfOwn(cosines), textToImage: ranksOfOwn(transpose(cosines)) };
}

/** A share of successes, and how far it may be off for want of queries. */
export interface Share {
  value: number;
  standardError: number;
  count: number;
}

/** R@K with its binomial standard error. */
export function recallShare(ranks: readonly number[], k: number): Share {
  const value = recallAt(ranks, k);
  const count = ranks.length;
  return { value, standardError: Math.sqrt((value * (1 - value)) / count), count };
}
