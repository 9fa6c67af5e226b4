import { readFileSync } from 'node:fs';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { type Clip, cosine, createClip, textEmbedding } from '../../src/inference/clip.ts';
import {
  drawGallery,
  embedGallery,
  type EmbeddedGallery,
  type Gallery,
  recallShare,
  retrievalRanks,
  type Share,
} from '../../src/inference/retrieval.ts';
import { rowOf } from '../../src/kernels/matrix.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { randomRecallAt } from '../../src/kernels/retrieval.ts';
import { hardNegative } from '../../src/train/hardNegative.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { captionWords } from '../../src/world/modelText.ts';
import type { Scene } from '../../src/world/scene.ts';
import { CHECKPOINTS } from './artefacts.ts';

/** R@1 and R@5. */
export interface Recalls {
  recall1: Share;
  recall5: Share;
}

/** How well the toy CLIP finds what belongs together among layouts that it was not trained on. */
export interface RetrievalScores {
  gallerySize: number;
  galleries: number;
  seed: number;
  imageToText: Recalls;
  textToImage: Recalls;
  /** K / N */
  guessing: { recall1: number; recall5: number };
  /** How often a picture is nearer to its own caption than to one that is wrong in a single thing */
  nearMiss: Share;
  /**
   * The same where both captions name the objects in the opposite order, which no caption of the training
   * did, and the wrong one has two colours swapped
   */
  otherOrder: Share;
}

const GALLERY_SIZE = 100;

/** Examines the shipped toy CLIP over several galleries. */
export function examineRetrieval(galleries: number, seed: number): RetrievalScores {
  const file = readFileSync(new URL('clip.safetensors', CHECKPOINTS));
  const clip = createClip(decodeCheckpoint(file));
  const imageToText: number[] = [];
  const textToImage: number[] = [];
  const misses: boolean[] = [];
  const reversed: boolean[] = [];
  for (let number = 0; number < galleries; number++) {
    const gallery = drawGallery(SMALL_WORLD, GALLERY_SIZE, seed + number);
    const embedded = embedGallery(clip, SMALL_WORLD, gallery);
    const ranks = retrievalRanks(embedded);
    imageToText.push(...ranks.imageToText);
    textToImage.push(...ranks.textToImage);
    misses.push(...nearMisses(clip, gallery, embedded, seed + number));
    reversed.push(...reversedCaptions(clip, gallery, embedded));
  }
  return {
    gallerySize: GALLERY_SIZE,
    galleries,
    seed,
    imageToText: recalls(imageToText),
    textToImage: recalls(textToImage),
    guessing: {
      recall1: randomRecallAt(GALLERY_SIZE, 1, 1),
      recall5: randomRecallAt(GALLERY_SIZE, 1, 5),
    },
    nearMiss: shareOf(misses),
    otherOrder: shareOf(reversed),
  };
}

/** A choice between two is a search in a gallery of two. */
const shareOf = (isRight: readonly boolean[]): Share =>
  recallShare(
    isRight.map((right) => (right ? 1 : 2)),
    1,
  );

const recalls = (ranks: readonly number[]): Recalls => ({
  recall1: recallShare(ranks, 1),
  recall5: recallShare(ranks, 5),
});

/** Whether each picture is nearer to its own caption than to a hard negative's. */
function nearMisses(
  clip: Clip,
  { scenes }: Gallery,
  { images, texts }: EmbeddedGallery,
  seed: number,
): boolean[] {
  const random = uniformSource(seed);
  return scenes.map((scene, index) => {
    const miss = captionWords(SMALL_WORLD, hardNegative(SMALL_WORLD, scene, random));
    const picture = rowOf(images, index);
    return cosine(picture, rowOf(texts, index)) > cosine(picture, textEmbedding(clip, miss));
  });
}

/** Whether each picture whose first and last object differ in colour is nearer to the true reversed caption. */
function reversedCaptions(clip: Clip, { scenes }: Gallery, { images }: EmbeddedGallery): boolean[] {
  return scenes.flatMap((scene, index) => {
    const [first, last] = [scene[0], scene[scene.length - 1]];
    if (first.colour === last.colour) return [];
    const reversed = [...scene].reverse();
    const swapped = reversed.map((object) => {
      if (object === first) return { ...object, colour: last.colour };
      return object === last ? { ...object, colour: first.colour } : object;
    });
    const nearness = (objects: Scene) =>
      cosine(rowOf(images, index), textEmbedding(clip, captionWords(SMALL_WORLD, objects)));
    return [nearness(reversed) > nearness(swapped)];
  });
}
