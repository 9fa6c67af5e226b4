import type * as v from 'valibot';
import type { Checkpoints } from '../../checkpoints/shipped.ts';
import { type Answer, nearestWords, type NearWord } from '../../inference/language.ts';
import { answer, attentionToImage, type Look, look, type Reader } from '../../inference/reader.ts';
import type { PixelImage } from '../../kernels/image.ts';
import { rowOf } from '../../kernels/matrix.ts';
import { uniformSource } from '../../kernels/random.ts';
import { adaptTurn, TASKS } from '../../train/tasks.ts';
import { askOpen, askYesNo, attempt, openCategories, yesNoCategories } from '../../world/ask.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { pixelsOf } from '../../world/drawing.ts';
import { understand } from '../../world/language/understand.ts';
import { answerWords, questionWords } from '../../world/modelText.ts';
import type { Question } from '../../world/question.ts';
import { randomScene, type Scene } from '../../world/scene.ts';
import { type Split, splitOf } from '../../world/split.ts';
import { codeOfScene, sceneOfCode } from '../sceneField.ts';
import type { OwnModels } from '../definition.ts';
import { type Answering, modelNamed } from '../labModels.ts';
import type { Tuning } from '../ownModelNames.ts';
import { type OwnList, ownListOf } from './ownList.ts';
import { LAST_SEED, type schema } from './state.ts';

const WORLD = SMALL_WORLD;

/** One word of an answer, and whether it is the right one; undefined where nothing is right. */
export interface AnswerWord {
  word: string;
  isRight: boolean | undefined;
}

export interface Derived {
  scene: Scene;
  split: Split;
  question: Question;
  /** Questions that could be asked of this scene */
  suggestions: Question[];
  /** Why the reader's own model was asked for and the book's answers, if so */
  absence: Answering['absence'];
  /** The reader's models, once they have been looked up; undefined if none of them is asked */
  own: OwnList | undefined;
  /** Whether one of them answers */
  isByReader: boolean;
  /** How the model that answers was tuned, if it was, … */
  tuning: Tuning | undefined;
  /** … and the question as it reaches that model, if not in its own words */
  heard: string[] | undefined;
  words: AnswerWord[];
  /** What the world itself answers, as the model was tuned to put it; undefined if the question supposes what is not so */
  right: string[] | undefined;
  verdict: 'right' | 'wrong' | 'presupposes';
  /** The word that is looked into */
  selected: number;
  candidates: { word: string; probability: number }[];
  /** Of the selected word on each image token, in percent */
  attention: number[];
  /** What share of all its attention lies on the image */
  imageShare: number;
  /** … and on a soft prompt; undefined if the model has none */
  softShare: number | undefined;
  layers: number;
  heads: number;
  /** Rows and columns of the image tokens, and whether each stands for its place */
  side: number;
  isPlaced: boolean;
  token: number;
  nearest: NearWord[];
  /** The nearest word of every image token */
  nearestOfAll: string[];
  nextScene: { seed: number; scene: string };
}

type State = v.InferOutput<typeof schema>;

export function derive(
  state: State,
  _: PixelImage,
  checkpoints: Checkpoints,
  own?: OwnModels,
): Derived {
  const scene = sceneOfCode(WORLD, state.scene);
  const question = questionOf(state.question);
  const { reader, absence, isByReader, tuning } = modelNamed(state.model, checkpoints, own);
  const { seen, nearest, nearestOfAll, suggestions } = lookAt(reader, state.scene);
  const { heard, isPlain, right } = turnOf(scene, question, tuning);
  const given = askOnce(reader, state.scene, heard);
  const words = wordsOf(given, right);
  const selected = state.word % given.steps.length;
  const step = given.steps[selected];
  const attention = attentionOf(step.attention, state);
  const onImage = attentionToImage({ attention: [[attention]] }, seen)[0][0];
  const { tokens } = seen.connected;
  const token = state.token % tokens.rows;
  const seed = (state.seed % LAST_SEED) + 1;
  return {
    scene,
    split: splitOf(scene),
    question,
    suggestions,
    absence,
    own: own && ownListOf(own, state.own),
    isByReader,
    tuning,
    heard: isPlain ? undefined : heard,
    words,
    right,
    verdict: right === undefined ? 'presupposes' : isSame(given, right) ? 'right' : 'wrong',
    selected,
    candidates: step.candidates,
    attention: Array.from(onImage),
    imageShare: sumOf(onImage),
    softShare: seen.softLength > 0 ? sumOf(attention.subarray(0, seen.softLength)) : undefined,
    layers: step.attention.length,
    heads: step.attention[0].length,
    side: Math.sqrt(tokens.rows),
    isPlaced: ['linear', 'mlp'].includes(reader.connector.kind),
    token,
    nearest: nearest[token],
    nearestOfAll,
    nextScene: { seed, scene: codeOfScene(randomScene(WORLD, uniformSource(seed))) },
  };
}

/** The question that a text asks; the state holds no text that asks none. */
function questionOf(text: string): Question {
  const understood = understand(WORLD, text);
  return understood.kind === 'question' ? understood.question : { kind: 'describe' };
}

/** A question in the words that the model hears, and the answer in those that it was taught. */
function turnOf(scene: Scene, question: Question, tuning: Tuning | undefined) {
  const asked = questionWords(WORLD, question);
  const right = answerWords(WORLD, scene, question);
  const task = tuning ? TASKS[tuning.task] : {};
  const adapted = adaptTurn(task, { question: asked, answer: right ?? [] });
  const isPlain = adapted.question.join(' ') === asked.join(' ');
  return { heard: adapted.question, isPlain, right: right && adapted.answer };
}

const sumOf = (weights: Float32Array): number => weights.reduce((sum, weight) => sum + weight, 0);

interface Kept {
  seen: Look;
  /** Of every image token, the nearest first */
  nearest: NearWord[][];
  nearestOfAll: string[];
  suggestions: Question[];
  answers: Map<string, Answer>;
}

/** What a model has seen of a scene, kept for as long as the model. */
const kept = new WeakMap<Reader, Map<string, Kept>>();

function lookAt(reader: Reader, code: string): Kept {
  const scenes = kept.get(reader) ?? new Map<string, Kept>();
  kept.set(reader, scenes);
  const known = scenes.get(code);
  if (known) return known;
  const scene = sceneOfCode(WORLD, code);
  const seen = look(reader, pixelsOf(WORLD, scene));
  const { tokens } = seen.connected;
  const nearest = Array.from({ length: tokens.rows }, (__, row) =>
    nearestWords(reader.language, rowOf(tokens, row)),
  );
  const made = {
    seen,
    nearest,
    nearestOfAll: nearest.map(([{ word }]) => word),
    suggestions: suggest(scene),
    answers: new Map<string, Answer>(),
  };
  scenes.set(code, made);
  return made;
}

function askOnce(reader: Reader, code: string, words: readonly string[]): Answer {
  const { seen, answers } = lookAt(reader, code);
  const key = words.join(' ');
  const given = answers.get(key) ?? answer(reader, seen, words);
  answers.set(key, given);
  return given;
}

const isSame = ({ words }: Answer, right: readonly string[]): boolean =>
  words.join(' ') === right.join(' ');

const wordsOf = ({ words }: Answer, right: readonly string[] | undefined): AnswerWord[] =>
  words.map((word, index) => ({ word, isRight: right && word === right[index] }));

/** The attention of one layer and head, or the mean over them, for 0. */
function attentionOf(
  attention: readonly (readonly Float32Array[])[],
  { layer, head }: Pick<State, 'layer' | 'head'>,
): Float32Array {
  const layers = layer === 0 ? attention : [attention[(layer - 1) % attention.length]];
  const chosen = layers.flatMap((heads) =>
    head === 0 ? heads : [heads[(head - 1) % heads.length]],
  );
  return chosen[0].map((_, index) =>
    chosen.reduce((sum, weights) => sum + weights[index] / chosen.length, 0),
  );
}

/** The caption, an open question a category, and two questions for yes and no. */
function suggest(scene: Scene): Question[] {
  const random = uniformSource(
    scene.reduce((sum, { cell, colour }) => sum * 31 + cell + colour, 7),
  );
  const open = openCategories(WORLD).map(
    (category) => attempt(() => askOpen(WORLD, scene, random, category))?.question,
  );
  const yesNo = yesNoCategories(WORLD)
    .filter((category) => ['existence', 'position'].includes(category))
    .map((category, index) =>
      attempt(() => askYesNo(WORLD, scene, random, category, index % 2 === 1)),
    );
  const questions = [...open, ...yesNo].filter((question) => question !== undefined);
  return [{ kind: 'describe' }, ...questions];
}
