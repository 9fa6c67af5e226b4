import { readFileSync } from 'node:fs';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import {
  classifierWeights,
  classify,
  patchShares,
  shareOnCells,
} from '../../src/inference/classifier.ts';
import { attentionRollout } from '../../src/kernels/attentionRollout.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import type { Representation } from '../../src/kernels/visionTransformer.ts';
import type { Score } from '../../src/train/examination.ts';
import { pixelsOf, randomRendering } from '../../src/world/drawing.ts';
import { SEARCH_WORLD, searchScene, soughtCells, soughtObject } from '../../src/world/search.ts';
import { CHECKPOINTS } from './artefacts.ts';

/** What the small classifier reaches on unseen layouts. */
export interface ClassifierScores {
  scenes: number;
  seed: number;
  /** Which part of the scenes' shapes it names, by each of its heads */
  accuracy: Record<Representation, Score>;
  /** The chance of a guess */
  guessing: number;
  /** Which part of the attention rollout lies on the red object's cell, on average */
  rolloutOnRed: Record<Representation, number>;
}

/** Examines the shipped classifier on random pictures of unseen layouts, by the kernels. */
export function examineClassifier(count: number, seed: number): ClassifierScores {
  const file = new URL('classifier.safetensors', CHECKPOINTS);
  const weights = classifierWeights(decodeCheckpoint(readFileSync(file)));
  const random = uniformSource(seed);
  const right = { class: 0, mean: 0 };
  const onRed = { class: 0, mean: 0 };
  for (let index = 0; index < count; index++) {
    const scene = searchScene('test', random);
    const picture = pixelsOf(SEARCH_WORLD, scene, randomRendering(scene, random));
    const { probabilities, encoded } = classify(weights, picture);
    const layers = encoded.blocks.map((block) => block.attention.heads.map((head) => head.weights));
    const rollout = attentionRollout(layers);
    for (const by of ['class', 'mean'] as const) {
      const likeliest = probabilities[by].indexOf(Math.max(...probabilities[by]));
      if (likeliest === soughtObject(scene)!.shape) right[by]++;
      const shares = patchShares(rollout, by);
      onRed[by] += shareOnCells(shares, soughtCells(scene), SEARCH_WORLD.gridSize) / count;
    }
  }
  const scoreOf = (value: number): Score => ({
    value,
    standardError: Math.sqrt((value * (1 - value)) / count),
    count,
  });
  return {
    scenes: count,
    seed,
    accuracy: { class: scoreOf(right.class / count), mean: scoreOf(right.mean / count) },
    guessing: 1 / SEARCH_WORLD.shapes.length,
    rolloutOnRed: onRed,
  };
}

/** Published accuracies that a fresh examination contradicts. */
export const classifierContradictions = (
  published: ClassifierScores,
  fresh: ClassifierScores,
): string[] =>
  (['class', 'mean'] as const).flatMap((by) => {
    const [score, again] = [published.accuracy[by], fresh.accuracy[by]];
    const error = Math.hypot(score.standardError, again.standardError, 1 / again.count);
    return Math.abs(score.value - again.value) > 4 * error
      ? [`classifier: ${by} is ${score.value}, a fresh examination gives ${again.value}`]
      : [];
  });
