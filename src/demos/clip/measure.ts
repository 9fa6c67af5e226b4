import type { Clip } from '../../inference/clip.ts';
import {
  drawGallery,
  embedGallery,
  type EmbeddedGallery,
  recallShare,
  retrievalRanks,
  type Share,
} from '../../inference/retrieval.ts';
import { concatRows, createMatrix, matmul, rowOf, transpose } from '../../kernels/matrix.ts';
import { randomRecallAt } from '../../kernels/retrieval.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import type { Scene } from '../../world/scene.ts';
import { cosine, imageEmbedding } from '../../inference/clip.ts';
import { pixelsOf, plainRendering } from '../../world/drawing.ts';

/** Scenes that are embedded before the page may breathe. */
const AT_ONCE = 3;

/** A search that did not put its own first. */
export interface Mistake {
  query: Scene;
  found: Scene;
  /** Where its own stands */
  rank: number;
}

export interface DirectionResult {
  recall1: Share;
  recall5: Share;
  mistakes: Mistake[];
}

/** What was measured over one gallery. */
export interface Measurement {
  size: number;
  imageToText: DirectionResult;
  textToImage: DirectionResult;
  guessing: { recall1: number; recall5: number };
}

/** Mistakes that are shown. */
const MOST_MISTAKES = 3;

/** Searches a gallery both ways. `onShare` is told how far it is; resolves with undefined once `isWanted` says no. */
export async function measureRetrieval(
  clip: Clip,
  size: number,
  seed: number,
  onShare: (share: number) => void,
  isWanted: () => boolean,
): Promise<Measurement | undefined> {
  const gallery = drawGallery(SMALL_WORLD, size, seed);
  const parts: EmbeddedGallery[] = [];
  for (let start = 0; start < size; start += AT_ONCE) {
    const slice = <Item>(items: readonly Item[]) => items.slice(start, start + AT_ONCE);
    const some = { scenes: slice(gallery.scenes), renderings: slice(gallery.renderings) };
    parts.push(embedGallery(clip, SMALL_WORLD, some));
    onShare(Math.min(1, (start + AT_ONCE) / size));
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
  }
  const images = concatRows(parts.map((part) => part.images));
  const texts = concatRows(parts.map((part) => part.texts));
  const ranks = retrievalRanks({ images, texts });
  const cosines = matmul(images, transpose(texts)); // [N × N]
  return {
    size,
    imageToText: directionOf(ranks.imageToText, cosines, gallery.scenes),
    textToImage: directionOf(ranks.textToImage, transpose(cosines), gallery.scenes),
    guessing: { recall1: randomRecallAt(size, 1, 1), recall5: randomRecallAt(size, 1, 5) },
  };
}

function directionOf(
  ranks: readonly number[],
  cosines: ReturnType<typeof matmul>,
  scenes: readonly Scene[],
): DirectionResult {
  const mistakes = ranks.flatMap((rank, query) => {
    if (rank === 1) return [];
    const row = rowOf(cosines, query);
    const best = row.reduce((most, value, at) => (value > row[most] ? at : most), 0);
    return [{ query: scenes[query], found: scenes[best], rank }];
  });
  return {
    recall1: recallShare(ranks, 1),
    recall5: recallShare(ranks, 5),
    mistakes: mistakes.slice(0, MOST_MISTAKES),
  };
}

/**
 * How much the picture's cosine with a text falls when a patch is painted over with the background, for
 * each patch: what the whole picture's similarity depends on.
 */
export function coverPatches(clip: Clip, scene: Scene, text: Float32Array, side: number) {
  const pixels = pixelsOf(SMALL_WORLD, scene);
  const whole = cosine(imageEmbedding(clip, pixels).embedding, text);
  const falls = createMatrix(side, side);
  const { background } = plainRendering(scene);
  const patch = pixels.width / side;
  for (let index = 0; index < side * side; index++) {
    const covered = { ...pixels, data: pixels.data.slice() };
    const [top, left] = [Math.floor(index / side) * patch, (index % side) * patch];
    for (let row = top; row < top + patch; row++) {
      const start = (row * pixels.width + left) * pixels.channels;
      covered.data.fill(background, start, start + patch * pixels.channels);
    }
    falls.data[index] = whole - cosine(imageEmbedding(clip, covered).embedding, text);
  }
  return falls.data;
}
