import type { Checkpoints } from '../../checkpoints/shipped.ts';
import type { SequenceModel, WritingStep } from '../../inference/seq2seq.ts';
import type { PixelImage } from '../../kernels/image.ts';
import { type Box, iou } from '../../kernels/iou.ts';
import {
  binOf,
  largestError,
  OFA_LOCATIONS,
  OFA_VOCABULARY,
  positionOf,
  vocabularySize,
} from '../../kernels/locationBins.ts';
import { uniformSource } from '../../kernels/random.ts';
import { boxesOf, imageSize, type UnitBox } from '../../world/drawing.ts';
import { answerWords } from '../../world/modelText.ts';
import type { OpenQuestion, YesNoQuestion } from '../../world/question.ts';
import type { Scene, WorldObject } from '../../world/scene.ts';
import { nearMiss } from '../../world/sequence/ask.ts';
import {
  boxOfWords,
  captionTask,
  drawTask,
  eventTask,
  groundingTask,
  matchTask,
  questionTask,
  regionTask,
  type SequenceTurn,
} from '../../world/sequence/tasks.ts';
import { codeOfWord, objectOfCode, type TokenKind } from '../../world/sequence/unified.ts';
import {
  hasName,
  nameOf,
  questionsAbout,
  seeScene,
  SEQUENCE_WORLD,
  sequenceModelOf,
  writeOnce,
} from '../sequenceModel.ts';
import type { Asked, State } from './state.ts';

/** A token, and what kind it is. */
export interface ShownToken {
  word: string;
  kind: TokenKind;
  isWrong: boolean;
}

/** The veil over a patch that a step does not look at. */
const DARKEST = 0.6;

/** Tokens that are shown of a step's distribution. */
const CANDIDATES = 5;

export function derive(state: State, _: PixelImage, checkpoints: Checkpoints) {
  const model = sequenceModelOf(checkpoints);
  const seen = seeScene(state.scene);
  const { scene } = seen;
  const object = scene[state.object % scene.length];
  const boxes = boxesOf(SEQUENCE_WORLD, scene);
  const box = boxes[scene.indexOf(object)];
  const questions = questionsAbout(scene);
  const question = questions[state.question % questions.length];
  const turn = turnOf(state.asked, scene, object, box, question);
  const written = writeOnce(model, turn.instruction, state.asked === 'draw' ? undefined : seen);
  const step = state.step % written.steps.length;
  const isAmbiguous = asksOfOne(state.asked) && !hasName(scene, object);
  const right = isAmbiguous ? undefined : turn.target;
  return {
    asked: state.asked,
    scene,
    object,
    objectIndex: scene.indexOf(object),
    isObjectAsked: asksOfOne(state.asked) || state.asked === 'inRegion',
    questions,
    question,
    instruction: tokensOf(model, turn.instruction),
    written: tokensOf(model, written.words, right),
    isEnded: written.isEnded,
    step,
    stepCount: written.steps.length,
    ...lookInto(model, written.steps[step]),
    right,
    ...verdictOf(state.asked, written.words, right, box),
    drawn: state.asked === 'draw' ? drawnScene(written.words) : undefined,
    counts: model.vocabulary.counts,
    size: model.vocabulary.words.length,
    ofa: { ...OFA_VOCABULARY, size: vocabularySize(OFA_VOCABULARY) },
    ...quantised(box, state.bins),
  };
}

export type Derived = ReturnType<typeof derive>;

/** Whether an instruction names an object, which must then be the only one of its looks. */
const asksOfOne = (asked: Asked): boolean =>
  (['region', 'before', 'intent', 'after'] as Asked[]).includes(asked);

function turnOf(
  asked: Asked,
  scene: Scene,
  object: WorldObject,
  box: UnitBox,
  question: OpenQuestion | YesNoQuestion,
): SequenceTurn {
  switch (asked) {
    case 'region':
      return groundingTask(SEQUENCE_WORLD, nameOf(object), box);
    case 'caption':
      return captionTask(SEQUENCE_WORLD, scene);
    case 'question':
      return questionTask(
        SEQUENCE_WORLD,
        question,
        answerWords(SEQUENCE_WORLD, scene, question) ?? [],
      );
    case 'inRegion':
      return regionTask(SEQUENCE_WORLD, box, object);
    case 'match':
      return matchTask(SEQUENCE_WORLD, scene, true);
    case 'nearMiss':
      return matchTask(SEQUENCE_WORLD, nearMiss(SEQUENCE_WORLD, scene, uniformSource(5)), false);
    case 'draw':
      return drawTask(SEQUENCE_WORLD, scene);
    default:
      return eventTask(SEQUENCE_WORLD, asked, nameOf(object), object);
  }
}

const tokensOf = (
  { vocabulary }: SequenceModel,
  words: readonly string[],
  right?: readonly string[],
): ShownToken[] =>
  words.map((word, index) => ({
    word,
    kind: vocabulary.kindOf(vocabulary.token(word)),
    // A box is judged as a whole, by IoU: a bin beside the right one is no error.
    isWrong: right !== undefined && !right[0].startsWith('<bin_') && word !== right[index],
  }));

/** The likeliest tokens of a step, and where it looked. */
function lookInto(
  { vocabulary, parameters }: SequenceModel,
  { probabilities, attention, token }: WritingStep,
) {
  const order = Array.from(probabilities.keys()).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const patches = parameters.patchPosition.rows;
  const onImage = Array.from(attention.subarray(0, patches));
  return {
    candidates: order.slice(0, CANDIDATES).map((candidate) => ({
      word: vocabulary.words[candidate],
      kind: vocabulary.kindOf(candidate),
      probability: probabilities[candidate],
      isChosen: candidate === token,
    })),
    attention: onImage,
    /** How dark each patch is veiled: not at all where the step looks most */
    veil: onImage.map((weight) => DARKEST * (1 - weight / Math.max(...onImage))),
    imageShare: onImage.reduce((sum, weight) => sum + weight, 0),
  };
}

/** IoU that counts as found. */
export const HIT = 0.5;

function verdictOf(
  asked: Asked,
  words: readonly string[],
  right: readonly string[] | undefined,
  box: UnitBox,
): { verdict: 'right' | 'wrong' | 'none'; box?: Box; trueBox?: Box; iou?: number } {
  if (asked !== 'region') {
    if (!right) return { verdict: 'none' };
    return { verdict: words.join(' ') === right.join(' ') ? 'right' : 'wrong' };
  }
  const written = boxOfWords(words);
  const [x1, y1, x2, y2] = box;
  const trueBox = { x1, y1, x2, y2 };
  const overlap = written ? iou(written, trueBox) : 0;
  return {
    verdict: !right ? 'none' : overlap >= HIT ? 'right' : 'wrong',
    ...(written ? { box: written } : {}),
    trueBox,
    iou: overlap,
  };
}

/** The scene that image codes stand for: one a cell; what is no code stands for nothing. */
function drawnScene(words: readonly string[]): Scene {
  return words.slice(0, SEQUENCE_WORLD.gridSize ** 2).flatMap((word, cell) => {
    const code = codeOfWord(word);
    const found = code === undefined ? undefined : objectOfCode(SEQUENCE_WORLD, code);
    return found ? [{ ...found, cell, size: 0, motion: 0 }] : [];
  });
}

/** The edges of a box in pixels, their bins, what the bins stand for, and the errors. */
function quantised(box: UnitBox, bins: number) {
  const size = imageSize(SEQUENCE_WORLD);
  const scale = { bins, size };
  const edges = box.map((edge) => {
    // A drawn shape may reach a hair over the edge of the picture.
    const position = Math.min(size, Math.max(0, edge * size));
    const bin = binOf(position, scale);
    const restored = positionOf(bin, scale);
    return { position, bin, restored, error: Math.abs(restored - position) };
  });
  return {
    bins,
    pixels: size,
    edges,
    largestError: largestError(scale),
    worst: Math.max(...edges.map(({ error }) => error)),
    ofaError: largestError(OFA_LOCATIONS),
    ofaPixels: OFA_LOCATIONS.size,
  };
}
