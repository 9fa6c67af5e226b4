/*
 * The numbers that the chapter on InfoNCE and CLIP names, in one place for both languages: losses from the
 * kernels, recalls from src/data/scores.json.
 */
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import scoreFile from '../data/scores.json';
import { createClip } from '../inference/clip.ts';
import { lossOfGuessing as sigmoidGuessing } from '../demos/infonce/levels.ts';
import type { Share } from '../inference/retrieval.ts';
import { infoNce } from '../kernels/infoNce.ts';
import { identityMatrix, rowOf } from '../kernels/matrix.ts';
import { randomMatrix } from '../kernels/random.ts';
import { captionWords } from '../world/modelText.ts';
import { SMALL_WORLD } from '../world/config.ts';
import { createTokenizer } from '../world/vocabulary.ts';
import type { Language } from '../language.ts';
import { formatPercent } from './format.ts';
import { layouts } from './labLayouts.ts';

/** CLIP's batch, its first temperature, and how far 1/τ may grow (arXiv 2103.00020, section 2.5). */
export const CLIP_BATCH = 32_768;
export const FIRST_TEMPERATURE = 0.07;
export const LARGEST_SCALE = 100;
export const firstLogScale = Math.log(1 / FIRST_TEMPERATURE);
export const cosineCount = CLIP_BATCH ** 2;

/** The loss of N identical embeddings: what guessing costs, ln N. */
export const lossOfGuessing = (count: number): number => Math.log(count);

/** What it costs to answer 1/N to all N² questions of the sigmoid loss. */
export const pairwiseLossOfGuessing = (count: number): number =>
  sigmoidGuessing({ loss: 'sigmoid', pairs: count });

/** The bias with which σ(b) = 1/N. */
export const priorBias = (count: number): number => -Math.log(count - 1);

/** The least loss there is: a regular simplex. */
export function leastLoss(count: number, temperature: number): number {
  const simplex = identityMatrix(count);
  for (let row = 0; row < count; row++) {
    rowOf(simplex, row).forEach((value, k, vector) => (vector[k] = value - 1 / count));
  }
  return infoNce(simplex, simplex, temperature).loss;
}

/** Random directions: the loss, and what the approximation ln N + 1/(2dτ²) says. */
export function randomLoss(count: number, width: number, temperature: number) {
  const draws = [1, 2, 3, 4].map(
    (seed) =>
      infoNce(randomMatrix(count, width, seed), randomMatrix(count, width, seed + 50), temperature)
        .loss,
  );
  return {
    measured: draws.reduce((a, b) => a + b, 0) / draws.length,
    approximation: Math.log(count) + 1 / (2 * width * temperature ** 2),
  };
}

/** What two captions that are the same add at least: 2·ln 2 / N. */
export const duplicateFloor = (count: number): number => (2 * Math.LN2) / count;

/** Of the shipped toy CLIP. */
export const { retrieval } = scoreFile;

const files = await loadCheckpoints(['clip']);
const clip = createClip(files.get('clip')!);
export const toyScale = clip.scale;
export const toyWidth = clip.weights.imageProjection.columns;
export const toyParameters = [...files.get('clip')!.tensors.values()].reduce(
  (sum, { data }) => sum + data.length,
  0,
);
export const layoutCount = layouts.length;
export const vocabularySize = createTokenizer(SMALL_WORLD).words.filter(
  (word) => !word.startsWith('<'),
).length;
export const longestCaption = Math.max(
  ...layouts.map((scene) => captionWords(SMALL_WORLD, scene).length),
);

/** A share with its standard error; where nothing failed, or everything, there is none to estimate. */
export function shareText({ value, standardError, count }: Share, language: Language): string {
  const percent = formatPercent(value);
  if (value > 0 && value < 1)
    return `${percent}${inBrackets(`±${formatPercent(standardError)}`, language)}`;
  const exceptionless = { zh: `${count} 次无一例外`, en: `without exception in ${count}` };
  return `${percent}${inBrackets(exceptionless[language], language)}`;
}

const inBrackets = (text: string, language: Language): string =>
  language === 'zh' ? `（${text}）` : ` (${text})`;
