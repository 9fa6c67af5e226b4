/*
 * The numbers that the chapter on pre-training names, in one place for both languages: computed by the
 * kernels, or read from src/data/scores.json.
 */
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import scores from '../data/scores.json';
import { sentenceScore } from '../evaluate/sentenceScore.ts';
import { type Box, overlap } from '../kernels/iou.ts';
import {
  boxToBins,
  largestError,
  OFA_LOCATIONS,
  OFA_VOCABULARY,
  vocabularySize,
} from '../kernels/locationBins.ts';
import { randomRecallAt } from '../kernels/retrieval.ts';
import { vqaAccuracy } from '../kernels/vqaAccuracy.ts';
import { MOVING_WORLD } from '../world/config.ts';
import { imageSize } from '../world/drawing.ts';
import { createUnifiedVocabulary } from '../world/sequence/unified.ts';

/** Retrieval at random, from a gallery of this many images with one right one. */
export const GALLERY = 1000;
export const randomRecall = (k: number): number => randomRecallAt(GALLERY, 1, k);

/** The toy CLIP on unseen layouts (scripts/evaluate.ts), and guessing beside it. */
export const toyRetrieval = scores.retrieval;

/** Two equal squares, one moved by half a side. */
const square = (x1: number): Box => ({ x1, y1: 0, x2: x1 + 10, y2: 10 });
export const halfShifted = overlap(square(0), square(5));

const VQA_PEOPLE = 10;
/** The score of an answer that so many of the ten people gave. */
export function vqaScore(agreeing: number): number {
  const people = Array.from({ length: VQA_PEOPLE }, (_, person) =>
    person < agreeing ? 'red' : `other ${person}`,
  );
  return vqaAccuracy('red', people);
}

/** Four choices and four rationales: right by chance. */
export const VCR_CHOICES = 4;
export const vcrChance = 1 / VCR_CHOICES;
export const vcrChanceBoth = vcrChance ** 2;

/** A caption, another that says something false with the same words, and a third that is true in other words. */
export const CAPTIONS = {
  truth: 'a red circle to the left of a blue square',
  exchanged: 'a blue circle to the left of a red square',
  reworded: 'the square is blue and there is a red disc on its left',
} as const;
export const captionScores = {
  exchanged: sentenceScore(CAPTIONS.exchanged, [CAPTIONS.truth]),
  reworded: sentenceScore(CAPTIONS.reworded, [CAPTIONS.truth]),
};

/** VL-T5: regions of an image, and the numbers of a region’s feature and place (official code). */
export const vlT5 = { regions: 36, featureLength: 2048, sentinels: 100 };
export const lastSentinel = `<vis_extra_id_${vlT5.sentinels - 1}>`;

/** OFA’s vocabulary and bins. */
export const ofa = {
  ...OFA_VOCABULARY,
  total: vocabularySize(OFA_VOCABULARY),
  extent: OFA_LOCATIONS.size,
  binWidth: OFA_LOCATIONS.size / (OFA_LOCATIONS.bins - 1),
  largestError: largestError(OFA_LOCATIONS),
};

/** An image code stands for 8 × 8 pixels: the codes of a square image. */
const PIXELS_A_CODE = 8;
export const codesOf = (side: number): number => (side / PIXELS_A_CODE) ** 2;
export const INFILLING_SIDE = 128;
export const GENERATED_SIDE = 256;

/** A box, in pixels of the resized image, as OFA’s four tokens. */
export const EXAMPLE_BOX = [128, 64, 384, 320] as const;
export const exampleBins = boxToBins(EXAMPLE_BOX, OFA_LOCATIONS);
export const exampleTokens = exampleBins.map((bin) => `<bin_${bin}>`).join(' ');

/** The exercise: an image of this width was resized to OFA’s extent. */
export const LARGE_WIDTH = 2048;
export const errorInLargeImage = (ofa.largestError * LARGE_WIDTH) / ofa.extent;

/** The toy sequence-to-sequence model: its parameters, its vocabulary, and what it sees. */
const { tensors } = (await loadCheckpoints(['seq2seq'])).get('seq2seq')!;
export const toy = {
  parameters: [...tensors.values()].reduce((sum, { data }) => sum + data.length, 0),
  vocabulary: createUnifiedVocabulary(MOVING_WORLD).words.length,
  pixels: imageSize(MOVING_WORLD),
};

/** The fewest location tokens over `extent` pixels that keep the error at `error` or below. */
export function binsFor(extent: number, error: number): number {
  let bins = 2;
  while (largestError({ bins, size: extent }) > error) bins++;
  return bins;
}
