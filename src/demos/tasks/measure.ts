import { drawGallery, recallShare, type Share } from '../../inference/retrieval.ts';
import { matchScore, type SequenceModel } from '../../inference/seq2seq.ts';
import { createMatrix, rowOf, transpose } from '../../kernels/matrix.ts';
import { randomRecallAt, ranksOfOwn } from '../../kernels/retrieval.ts';
import { pixelsOf } from '../../world/drawing.ts';
import { captionWords } from '../../world/modelText.ts';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';

/** Recall at 1 and 5 in one direction. */
export interface Recalls {
  recall1: Share;
  recall5: Share;
}

/** What was measured over one gallery. */
export interface Measurement {
  imageToText: Recalls;
  textToImage: Recalls;
  guessing: { recall1: number; recall5: number };
}

/** Scenes of a measurement; every pair of picture and caption is read once. */
export const GALLERY_SIZE = 20;

/**
 * Searches a gallery of unseen layouts both ways, by the probability that the model calls a pair true.
 * `onShare` is told how far it is; resolves with undefined once `isWanted` says no.
 */
export async function measureRetrieval(
  model: SequenceModel,
  seed: number,
  onShare: (share: number) => void,
  isWanted: () => boolean,
): Promise<Measurement | undefined> {
  const { scenes, renderings } = drawGallery(SEQUENCE_WORLD, GALLERY_SIZE, seed);
  const images = scenes.map((scene, index) => pixelsOf(SEQUENCE_WORLD, scene, renderings[index]));
  const captions = scenes.map((scene) => captionWords(SEQUENCE_WORLD, scene));
  const matrix = createMatrix(GALLERY_SIZE, GALLERY_SIZE);
  for (let row = 0; row < GALLERY_SIZE; row++) {
    rowOf(matrix, row).set(captions.map((caption) => matchScore(model, images[row], caption)));
    onShare((row + 1) / GALLERY_SIZE);
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
  }
  const recalls = (ranks: number[]): Recalls => ({
    recall1: recallShare(ranks, 1),
    recall5: recallShare(ranks, 5),
  });
  return {
    imageToText: recalls(ranksOfOwn(matrix)),
    textToImage: recalls(ranksOfOwn(transpose(matrix))),
    guessing: {
      recall1: randomRecallAt(GALLERY_SIZE, 1, 1),
      recall5: randomRecallAt(GALLERY_SIZE, 1, 5),
    },
  };
}
