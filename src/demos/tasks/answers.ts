import { matchScore, optionProbabilities, type SequenceModel } from '../../inference/seq2seq.ts';
import { type SentenceScore, sentenceScore } from '../../evaluate/sentenceScore.ts';
import { type Box, iou } from '../../kernels/iou.ts';
import { uniformSource } from '../../kernels/random.ts';
import { boxesOf } from '../../world/drawing.ts';
import { answerWords, captionWords } from '../../world/modelText.ts';
import { layoutKey, type Scene, type WorldObject } from '../../world/scene.ts';
import { askReasoning, nearMiss } from '../../world/sequence/ask.ts';
import {
  answerTask,
  boxOfWords,
  captionTask,
  type EventAspect,
  eventTask,
  groundingTask,
  questionTask,
  rationaleTask,
  type ReasoningQuestion,
  type SequenceTurn,
} from '../../world/sequence/tasks.ts';
import { isPossible } from '../../world/sceneCode.ts';
import { sceneOf } from '../../world/split.ts';
import { codeOfScene } from '../sceneField.ts';
import {
  hasName,
  keep,
  nameOf,
  questionsAbout,
  type Seen,
  seeScene,
  SEQUENCE_WORLD,
  writeOnce,
} from '../sequenceModel.ts';

const WORLD = SEQUENCE_WORLD;

/** Right, wrong, or neither, where the question has no single right answer. */
export type Verdict = 'right' | 'wrong' | 'none';

const verdictOf = (isRight: boolean | undefined): Verdict =>
  isRight === undefined ? 'none' : isRight ? 'right' : 'wrong';

/** What was asked, written and right, in the model's words. */
export interface Answered {
  instruction: string[];
  words: string[];
  right: string[] | undefined;
  verdict: Verdict;
}

function answerTurn(
  model: SequenceModel,
  seen: Seen,
  turn: SequenceTurn,
  isDefined = true,
): Answered {
  const { words } = writeOnce(model, turn.instruction, seen);
  const right = isDefined ? turn.target : undefined;
  const verdict = verdictOf(right && words.join(' ') === right.join(' '));
  return { instruction: turn.instruction, words, right, verdict };
}

/** A candidate of a search: how well it fits, and whether it is the right one. */
export interface Found {
  scene: Scene;
  score: number;
  isOwn: boolean;
}

/** The gallery of a scene: itself, two that differ in one thing, and two others. */
export function galleryOf(scene: Scene): Scene[] {
  const random = uniformSource(scene.reduce((sum, { cell, shape }) => sum * 31 + cell + shape, 3));
  const gallery = new Map([[layoutKey(scene), scene]]);
  const add = (other: Scene) => {
    // A near miss may be a scene in which two would meet: none that a reader could compose.
    if (isPossible(WORLD, other)) gallery.set(layoutKey(other), other);
  };
  while (gallery.size < 3) add(nearMiss(WORLD, scene, random));
  while (gallery.size < 5) add(sceneOf('test', WORLD, random));
  return [...gallery.values()];
}

const scores = new WeakMap<SequenceModel, Map<string, number>>();

/** How well a caption fits a picture; kept. */
function fit(model: SequenceModel, picture: Scene, caption: Scene): number {
  const known = scores.get(model) ?? new Map<string, number>();
  scores.set(model, known);
  const code = codeOfScene(picture, WORLD);
  return keep(known, `${code} ${layoutKey(caption)}`, () =>
    matchScore(model, seeScene(code).image, captionWords(WORLD, caption)),
  );
}

/** The captions, or the pictures, of a gallery by how well they fit the scene's picture, or caption. */
export function search(
  model: SequenceModel,
  scene: Scene,
  gallery: readonly Scene[],
  wanted: 'texts' | 'images',
): { found: Found[]; verdict: Verdict } {
  const found = gallery.map((other) => ({
    scene: other,
    score: wanted === 'texts' ? fit(model, scene, other) : fit(model, other, scene),
    isOwn: other === scene,
  }));
  found.sort((a, b) => b.score - a.score);
  return { found, verdict: verdictOf(found[0].isOwn) };
}

/** IoU that counts as found. */
export const HIT = 0.5;

/** The box of an object. */
export function ground(model: SequenceModel, seen: Seen, object: WorldObject) {
  const { scene } = seen;
  const corners = boxesOf(WORLD, scene)[scene.indexOf(object)];
  const isDefined = hasName(scene, object);
  const answered = answerTurn(
    model,
    seen,
    groundingTask(WORLD, nameOf(object), corners),
    isDefined,
  );
  const box = boxOfWords(answered.words);
  const [x1, y1, x2, y2] = corners;
  const trueBox: Box = { x1, y1, x2, y2 };
  const overlap = box ? iou(box, trueBox) : 0;
  const verdict = verdictOf(isDefined ? overlap >= HIT : undefined);
  return { ...answered, box, trueBox, iou: overlap, verdict };
}

/** The caption, and how much of it is in the right one. */
export function caption(model: SequenceModel, seen: Seen): Answered & { score: SentenceScore } {
  const answered = answerTurn(model, seen, captionTask(WORLD, seen.scene));
  const score = sentenceScore(answered.words.join(' '), [answered.right!.join(' ')]);
  return { ...answered, score };
}

/** The answer to one of the scene's questions. */
export function answerQuestion(model: SequenceModel, seen: Seen, index: number) {
  const questions = questionsAbout(seen.scene);
  const question = questions[index % questions.length];
  const right = answerWords(WORLD, seen.scene, question) ?? [];
  return { questions, question, ...answerTurn(model, seen, questionTask(WORLD, question, right)) };
}

/** Four options with their probabilities, the one chosen and the right one. */
export interface Choice4 {
  probabilities: number[];
  chosen: number;
  right: number;
  verdict: Verdict;
}

const weighed = new WeakMap<SequenceModel, Map<string, number[]>>();

/** How likely the model is to write each option; kept. */
function weigh(
  model: SequenceModel,
  { code, image }: Seen,
  instruction: readonly string[],
  options: readonly string[][],
): number[] {
  const known = weighed.get(model) ?? new Map<string, number[]>();
  weighed.set(model, known);
  return keep(known, `${code} ${instruction.join(' ')}`, () =>
    optionProbabilities(model, image, instruction, options),
  );
}

/** Where an object will be, of four places, and why, of four reasons; the model gets the right place with the second. */
export function reason(model: SequenceModel, seen: Seen, object: WorldObject) {
  const random = uniformSource(object.cell * 31 + object.motion + 1);
  const { scene } = seen;
  const name = nameOf(object);
  const asked = askReasoning(WORLD, scene, random, object, 'after');
  const isDefined = asked !== undefined;
  const question: ReasoningQuestion =
    asked ?? askReasoning(WORLD, [object], random, object, 'after')!;
  const full = { ...question, about: name };
  const choose = ({ instruction, options = [] }: SequenceTurn, right: number): Choice4 => {
    const probabilities = weigh(model, seen, instruction, options);
    const chosen = probabilities.indexOf(Math.max(...probabilities));
    const verdict = verdictOf(isDefined ? chosen === right : undefined);
    return { probabilities, chosen, right, verdict };
  };
  const answer = choose(answerTask(WORLD, full), full.right.answer);
  const rationale = choose(rationaleTask(WORLD, full), full.right.rationale);
  const isBoth = answer.verdict === 'right' && rationale.verdict === 'right';
  return { question: full, answer, rationale, verdict: verdictOf(isDefined ? isBoth : undefined) };
}

export const ASPECTS: readonly EventAspect[] = ['before', 'intent', 'after'];

/** What was before, what is intended, what comes after. */
export function tellEvent(model: SequenceModel, seen: Seen, object: WorldObject) {
  const isDefined = hasName(seen.scene, object);
  const answers = ASPECTS.map((aspect) => ({
    aspect,
    ...answerTurn(model, seen, eventTask(WORLD, aspect, nameOf(object), object), isDefined),
  }));
  const isRight = answers.every(({ verdict }) => verdict === 'right');
  return { answers, verdict: verdictOf(isDefined ? isRight : undefined) };
}
