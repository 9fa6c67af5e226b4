import type { Box } from '../../kernels/iou.ts';
import { boxToBins, type LocationScale, positionOf } from '../../kernels/locationBins.ts';
import type { WorldConfig } from '../config.ts';
import type { UnitBox } from '../drawing.ts';
import { captionWords, describeWords, questionWords, withOptions } from '../modelText.ts';
import type { Description, Question } from '../question.ts';
import { cellAfter, cellBefore, type Scene, type WorldObject } from '../scene.ts';
import { cellWords, LETTERS } from '../vocabulary.ts';
import { binOfWord, binWord, codeWord, LOCATION_BINS, sceneCodes } from './unified.ts';

/** An instruction and what is to be written for it, both in tokens of the unified vocabulary. */
export interface SequenceTurn {
  instruction: string[];
  target: string[];
  /** Where one of some options is to be written: all of them */
  options?: string[][];
}

/** The two times besides now. */
export type Time = 'before' | 'after';

/** What VisualCOMET asks about an event: what was before, what is intended, what comes after. */
export type EventAspect = Time | 'intent';

/** Bins over the unit square, as the toy model writes boxes. */
export const UNIT_LOCATIONS: LocationScale = { bins: LOCATION_BINS, size: 1 };

/** A box as its four location tokens. */
export const boxWords = (box: UnitBox): string[] => boxToBins(box, UNIT_LOCATIONS).map(binWord);

/**
 * The box of four location tokens, in the unit square; undefined for anything else, and for corners the
 * wrong way round, which a model may well write.
 */
export function boxOfWords(words: readonly string[]): Box | undefined {
  const bins = words.map(binOfWord);
  if (bins.length !== 4 || !bins.every((bin) => bin !== undefined)) return undefined;
  const [x1, y1, x2, y2] = bins.map((bin) => positionOf(bin, UNIT_LOCATIONS));
  return x1 <= x2 && y1 <= y2 ? { x1, y1, x2, y2 } : undefined;
}

/** "describe" → the caption. */
export const captionTask = (config: WorldConfig, scene: Scene): SequenceTurn => ({
  instruction: ['describe'],
  target: captionWords(config, scene),
});

/** A question of the world's own language → its answer. */
export const questionTask = (
  config: WorldConfig,
  question: Question,
  answer: readonly string[],
): SequenceTurn => ({ instruction: questionWords(config, question), target: [...answer] });

/** "which region red circle" → four location tokens. OFA asks: which region does the text "…" describe? */
export const groundingTask = (
  config: WorldConfig,
  about: Description,
  box: UnitBox,
): SequenceTurn => ({
  instruction: ['which', 'region', ...describeWords(config, about)],
  target: boxWords(box),
});

/** "what region <bin> <bin> <bin> <bin>" → what is there, and how it moves: grounded captioning. */
export const regionTask = (
  config: WorldConfig,
  box: UnitBox,
  object: WorldObject,
): SequenceTurn => ({
  instruction: ['what', 'region', ...boxWords(box)],
  target: [...describeWords(config, object), config.motions[object.motion].id],
});

/** "match" and a caption → true or false: image–text matching as VL-T5 has it. */
export const matchTask = (config: WorldConfig, caption: Scene, isTrue: boolean): SequenceTurn => ({
  instruction: ['match', ...captionWords(config, caption)],
  target: [isTrue ? 'true' : 'false'],
});

/** "draw" and a caption → one image code a cell; the picture is empty. OFA: text to image. */
export const drawTask = (config: WorldConfig, scene: Scene): SequenceTurn => ({
  instruction: ['draw', ...captionWords(config, scene)],
  target: sceneCodes(config, scene).map(codeWord),
});

/** Where an object is at another time, as a word. */
export function placeWord(
  config: WorldConfig,
  object: Pick<WorldObject, 'cell' | 'motion'>,
  time: Time,
): string {
  const cell = time === 'after' ? cellAfter(config, object) : cellBefore(config, object);
  return cell === undefined ? 'outside' : cellWords(config)[cell];
}

/** "before red circle" → where it came from; "intent …" → what it is doing; "after …" → where it will be. */
export const eventTask = (
  config: WorldConfig,
  aspect: EventAspect,
  about: Description,
  object: WorldObject,
): SequenceTurn => ({
  instruction: [aspect, ...describeWords(config, about)],
  target: [
    aspect === 'intent' ? config.motions[object.motion].id : placeWord(config, object, aspect),
  ],
});

/** A reason for where an object was or will be: where it is now, and how it moves. */
export type Rationale = Pick<WorldObject, 'cell' | 'motion'>;

/** A question of visual commonsense reasoning: four places, then four reasons; `right` are their indices. */
export interface ReasoningQuestion {
  time: Time;
  about: Description;
  answers: readonly string[];
  rationales: readonly Rationale[];
  right: { answer: number; rationale: number };
}

/** A reason in the model's words: "top-left moves-right". */
export const rationaleWords = (config: WorldConfig, { cell, motion }: Rationale): string[] => [
  cellWords(config)[cell],
  config.motions[motion].id,
];

/**
 * Q → A: "where after red circle A … B … C … D …" → the right one of the four, written out. Of models
 * such as OFA one takes the option that is the likeliest to be written; no letter is needed.
 */
export const answerTask = (
  config: WorldConfig,
  { time, about, answers, right }: ReasoningQuestion,
): SequenceTurn => ({
  instruction: withOptions(['where', time, ...describeWords(config, about)], answers),
  target: [answers[right.answer]],
  options: answers.map((answer) => [answer]),
});

/** QA → R: "why after red circle top-center A top-left moves-right B …" → the true reason, written out. */
export const rationaleTask = (
  config: WorldConfig,
  { time, about, answers, rationales, right }: ReasoningQuestion,
): SequenceTurn => ({
  instruction: [
    ...['why', time, ...describeWords(config, about), answers[right.answer]],
    ...rationales.flatMap((one, index) => [LETTERS[index], ...rationaleWords(config, one)]),
  ],
  target: rationaleWords(config, rationales[right.rationale]),
  options: rationales.map((one) => rationaleWords(config, one)),
});
