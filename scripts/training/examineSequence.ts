import { readFileSync } from 'node:fs';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { drawGallery, recallShare, type Share } from '../../src/inference/retrieval.ts';
import {
  createSequenceModel,
  matchScore,
  optionProbabilities,
  type SequenceModel,
  writeFor,
} from '../../src/inference/seq2seq.ts';
import type { PixelImage } from '../../src/kernels/image.ts';
import { iou } from '../../src/kernels/iou.ts';
import { createMatrix, transpose } from '../../src/kernels/matrix.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { randomRecallAt, ranksOfOwn } from '../../src/kernels/retrieval.ts';
import { attempt } from '../../src/world/ask.ts';
import { MOVING_WORLD } from '../../src/world/config.ts';
import { boxesOf, pixelsOf, randomRendering } from '../../src/world/drawing.ts';
import { captionWords } from '../../src/world/modelText.ts';
import {
  askReasoning,
  askTask,
  SEQUENCE_TASKS,
  type SequenceTask,
} from '../../src/world/sequence/ask.ts';
import {
  answerTask,
  boxOfWords,
  rationaleTask,
  type SequenceTurn,
} from '../../src/world/sequence/tasks.ts';
import { sceneOf } from '../../src/world/split.ts';
import { CHECKPOINTS } from './artefacts.ts';

/** A mean, its standard error, and of how many. */
type Mean = Share;

/**
 * What the model's answer is worth, and a guess: the right answer to another scene's question, or any of the
 * options.
 */
interface Scored {
  model: Mean;
  guessing: Mean;
}

/** How well the sequence-to-sequence model does on layouts that it was not trained on. */
export interface SequenceScores {
  world: string;
  scenes: number;
  seed: number;
  /** Every token right, one turn a scene */
  tasks: Record<SequenceTask, Scored>;
  /** Mean IoU of the box that is written, and the share of at least 0.5 */
  iou: Scored;
  hits: Scored;
  /** Answer and reason of one question both right */
  answerAndRationale: Scored;
  /** By the probability of `true` */
  retrieval: {
    gallerySize: number;
    imageToText: { recall1: Mean; recall5: Mean };
    textToImage: { recall1: Mean; recall5: Mean };
    guessing: { recall1: number; recall5: number };
  };
}

interface Item {
  image: PixelImage;
  turn: SequenceTurn;
}

const GALLERY_SIZE = 32;

/** Examines the shipped model on as many scenes a task. */
export function examineSequence(scenes: number, seed: number): SequenceScores {
  const file = readFileSync(new URL('seq2seq.safetensors', CHECKPOINTS));
  const model = createSequenceModel(decodeCheckpoint(file));
  const tasks = {} as Record<SequenceTask, Scored>;
  let boxes: Pick<SequenceScores, 'iou' | 'hits'> | undefined;
  SEQUENCE_TASKS.forEach((task, index) => {
    const items = itemsOf(scenes, seed + index, (pictured, random) =>
      askTask(MOVING_WORLD, pictured, random, task),
    ).map((item) => (task === 'draw' ? { ...item, image: pixelsOf(MOVING_WORLD, []) } : item));
    const written = items.map((item) => answerOf(model, item));
    tasks[task] = scoredBy(items, written, (a, b) => (isSame(a, b) ? 1 : 0));
    if (task === 'grounding') {
      boxes = {
        iou: scoredBy(items, written, overlapOf),
        hits: scoredBy(items, written, (a, b) => (overlapOf(a, b) >= 0.5 ? 1 : 0)),
      };
    }
  });
  return {
    world: MOVING_WORLD.id,
    scenes,
    seed,
    tasks,
    ...boxes!,
    answerAndRationale: examineReasoning(model, scenes, seed),
    retrieval: examineMatching(model, seed),
  };
}

/** What the model writes; where there are options, the likeliest of them. */
function answerOf(model: SequenceModel, { image, turn }: Item): readonly string[] {
  const { instruction, options } = turn;
  if (!options) return writeFor(model, image, instruction).words;
  const probabilities = optionProbabilities(model, image, instruction, options);
  return options[probabilities.indexOf(Math.max(...probabilities))];
}

type Ask = (
  pictured: { scene: ReturnType<typeof sceneOf>; boxes: ReturnType<typeof boxesOf> },
  random: ReturnType<typeof uniformSource>,
) => SequenceTurn | undefined;

/** One turn about each of some random pictures of test layouts. */
function itemsOf(count: number, seed: number, ask: Ask): Item[] {
  const random = uniformSource(seed);
  const make = () => {
    const scene = sceneOf('test', MOVING_WORLD, random);
    const rendering = randomRendering(scene, random);
    const turn = ask({ scene, boxes: boxesOf(MOVING_WORLD, scene, rendering) }, random);
    return turn && { image: pixelsOf(MOVING_WORLD, scene, rendering), turn };
  };
  return Array.from({ length: count }, () => attempt(make, 1000)!);
}

/** The chance to hit the right one of the options blindly. */
const chance = ({ options = [] }: SequenceTurn): number => 1 / options.length;

/** The mean worth of what was written, and of the target of the next item, or of any of the options. */
function scoredBy(
  items: readonly Item[],
  written: readonly (readonly string[])[],
  worth: (written: readonly string[], target: readonly string[]) => number,
): Scored {
  const targets = items.map(({ turn }) => turn.target);
  return {
    model: meanOf(targets.map((target, index) => worth(written[index], target))),
    guessing: meanOf(
      items.map(({ turn }, index) =>
        turn.options ? chance(turn) : worth(targets[(index + 1) % targets.length], turn.target),
      ),
    ),
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** IoU of two boxes of four location tokens; 0 if what was written is no box. */
function overlapOf(written: readonly string[], target: readonly string[]): number {
  const [a, b] = [boxOfWords(written), boxOfWords(target)];
  return a && b ? iou(a, b) : 0;
}

/** Q → AR: the answer and, given the right one, the reason. */
function examineReasoning(model: SequenceModel, count: number, seed: number): Scored {
  const rationales: SequenceTurn[] = []; // one an item, as each item is asked until it has a question
  const items = itemsOf(count, seed + 100, ({ scene }, random) => {
    const question = askReasoning(MOVING_WORLD, scene, random);
    if (!question) return undefined;
    rationales.push(rationaleTask(MOVING_WORLD, question));
    return answerTask(MOVING_WORLD, question);
  });
  const isRight = (image: PixelImage, turn: SequenceTurn) =>
    isSame(answerOf(model, { image, turn }), turn.target);
  const both = items.map(({ image, turn }, index) =>
    isRight(image, turn) && isRight(image, rationales[index]) ? 1 : 0,
  );
  // Two choices of four that know nothing of each other.
  const guesses = items.map(({ turn }, index) => chance(turn) * chance(rationales[index]));
  return { model: meanOf(both), guessing: meanOf(guesses) };
}

/** Search both ways over a gallery. */
function examineMatching(model: SequenceModel, seed: number): SequenceScores['retrieval'] {
  const { scenes, renderings } = drawGallery(MOVING_WORLD, GALLERY_SIZE, seed);
  const images = scenes.map((scene, index) => pixelsOf(MOVING_WORLD, scene, renderings[index]));
  const captions = scenes.map((scene) => captionWords(MOVING_WORLD, scene));
  const scores = images.flatMap((image) =>
    captions.map((caption) => matchScore(model, image, caption)),
  );
  const matrix = createMatrix(GALLERY_SIZE, GALLERY_SIZE, Float32Array.from(scores));
  const recalls = (ranks: number[]) => ({
    recall1: recallShare(ranks, 1),
    recall5: recallShare(ranks, 5),
  });
  return {
    gallerySize: GALLERY_SIZE,
    imageToText: recalls(ranksOfOwn(matrix)),
    textToImage: recalls(ranksOfOwn(transpose(matrix))),
    guessing: {
      recall1: randomRecallAt(GALLERY_SIZE, 1, 1),
      recall5: randomRecallAt(GALLERY_SIZE, 1, 5),
    },
  };
}

/** Every score by a name, with its guess where there is one. */
function namedScores({ tasks, iou: boxes, hits, answerAndRationale, retrieval }: SequenceScores) {
  const scored = { ...tasks, iou: boxes, hits, answerAndRationale };
  return Object.entries({
    ...Object.fromEntries(Object.entries(scored).map(([name, { model }]) => [name, model])),
    imageToText1: retrieval.imageToText.recall1,
    imageToText5: retrieval.imageToText.recall5,
    textToImage1: retrieval.textToImage.recall1,
    textToImage5: retrieval.textToImage.recall5,
  });
}

/** All scores in a line. */
export const printSequence = (scores: SequenceScores): string =>
  namedScores(scores)
    .map(
      ([name, { value, standardError }]) =>
        `${name} ${value.toFixed(3)}±${standardError.toFixed(3)}`,
    )
    .join(', ');

/** Published scores that a fresh examination contradicts. */
export function sequenceContradictions(published: SequenceScores, fresh: SequenceScores): string[] {
  const again = namedScores(fresh);
  return namedScores(published).flatMap(([name, { value, standardError }], index) => {
    const other = again[index][1];
    const error = Math.hypot(standardError, other.standardError, 1 / other.count);
    return Math.abs(value - other.value) > 4 * error
      ? [`sequence: ${name} is ${value}, a fresh examination gives ${other.value}`]
      : [];
  });
}

function meanOf(values: readonly number[]): Mean {
  const count = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / count;
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / count;
  return { value, standardError: Math.sqrt(variance / count), count };
}
