import { imageSize } from '../world/drawing.ts';
import type { Scene } from '../world/scene.ts';
import { SEARCH_WORLD, searchScene, soughtObject } from '../world/search.ts';
import { type Classifier, type ClassifierConfig, classifierLogits } from '../vlm/classifier.ts';
import { type Tensor, tensor } from '../vlm/tensor.ts';
import { pictures } from './features.ts';
import { classLoss } from './objectives.ts';
import { cosineSchedule } from './schedule.ts';
import { randomOf, type StageSettings } from './stages.ts';
import type { Job } from './trainer.ts';

/** The sizes of the classifier that the book trains. */
export const CLASSIFIER: ClassifierConfig = {
  vision: {
    imageSize: imageSize(SEARCH_WORLD),
    patchSize: 4,
    width: 32,
    layers: 3,
    heads: 4,
    mlpWidth: 64,
    hasClassToken: true,
  },
  classes: SEARCH_WORLD.shapes.length,
};

/** The classifier learns to name the shape of the one red object; both heads learn at once. */
export function classificationStage({
  steps,
  batch,
  peak,
  seed,
}: StageSettings): Job<Record<'classifier', Classifier>> {
  const size = imageSize(SEARCH_WORLD);
  return {
    trainable: ['classifier'],
    constants: [],
    schedule: cosineSchedule(steps, peak),
    loss: ({ classifier }, _, [images, targets]) =>
      bothHeadsLoss(classifierLogits(images, classifier, CLASSIFIER), targets),
    batch: (step) => {
      const random = randomOf(seed, step);
      const scenes = Array.from({ length: batch }, () => searchScene('train', random));
      const pixels = pictures(SEARCH_WORLD, scenes, random);
      return [tensor(pixels, [batch, size, size, 3]), shapeTargets(scenes)];
    },
  };
}

/** The sum of the heads' mean cross-entropies: logits [B × 2 × K], targets [B × K] → []. */
export function bothHeadsLoss(logits: Tensor, targets: Tensor): Tensor {
  const [batch, , classes] = logits.shape;
  const logitsOf = (head: number, all: Tensor) =>
    all.slice([], [head, head + 1]).reshape([batch, classes]);
  const byClassToken = classLoss(logitsOf(0, logits.ref), targets.ref);
  return byClassToken.add(classLoss(logitsOf(1, logits), targets));
}

/** One-hot rows, [B × shapes]. */
function shapeTargets(scenes: readonly Scene[]): Tensor {
  const classes = SEARCH_WORLD.shapes.length;
  const data = new Float32Array(scenes.length * classes);
  scenes.forEach((scene, index) => (data[index * classes + soughtObject(scene)!.shape] = 1));
  return tensor(data, [scenes.length, classes]);
}
