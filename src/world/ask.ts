import type { RandomSource } from '../kernels/random.ts';
import { indices, pick, shuffle, wholeNumber } from './choose.ts';
import type { WorldConfig } from './config.ts';
import { answerWords } from './modelText.ts';
import {
  type Attribute,
  type Description,
  isRelated,
  isTrue,
  matching,
  type OpenQuestion,
  RELATIONS,
  type YesNoQuestion,
} from './question.ts';
import { describeOne } from './refer.ts';
import type { Scene, WorldObject } from './scene.ts';
import { numberWords, spokenAttributes, valueWords } from './vocabulary.ts';

/** What a question is about; the subtasks of the examination. */
export type Category = 'existence' | 'count' | 'colour' | 'position' | 'size' | 'motion' | 'shape';

/** The categories of yes/no questions in a world. */
export const yesNoCategories = (config: WorldConfig): Category[] => [
  'existence',
  'count',
  ...spokenAttributes(config).map(categoryOf),
];

/** The categories of open questions and multiple choices in a world. */
export const openCategories = (config: WorldConfig): Category[] => [
  'count',
  'shape',
  ...spokenAttributes(config).map(categoryOf),
];

const categoryOf = (attribute: Attribute): Category =>
  attribute === 'cell' ? 'position' : attribute;

const attributeOf = (category: Category): Attribute =>
  category === 'position' ? 'cell' : (category as Attribute);

/** A question about a scene and its answer in the model's words. */
export interface Asked<Q> {
  category: Category;
  question: Q;
  answer: string[];
}

/** Two questions about one fact, of which one is true and one false, as MME pairs them. */
export interface YesNoPair {
  category: Category;
  yes: YesNoQuestion;
  no: YesNoQuestion;
}

/** A yes/no question of a category with the answer wanted; undefined if the scene allows none. */
export function askYesNo(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
  isYes: boolean,
): YesNoQuestion | undefined {
  const question = propose(config, scene, random, category, isYes);
  // What is proposed as false may happen to be true, or the other way round: then there is none.
  return question && isTrue(config, scene, question) === isYes ? question : undefined;
}

/** A pair of a category; undefined if the scene allows none. */
export function askPair(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
): YesNoPair | undefined {
  const ask = (isYes: boolean) => attempt(() => askYesNo(config, scene, random, category, isYes));
  const [yes, no] = [ask(true), ask(false)];
  return yes && no && { category, yes, no };
}

/** The first of a few attempts that gives something. */
export function attempt<T>(make: () => T | undefined, attempts = 20): T | undefined {
  for (let count = 0; count < attempts; count++) {
    const made = make();
    if (made !== undefined) return made;
  }
  return undefined;
}

function propose(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
  isYes: boolean,
): YesNoQuestion | undefined {
  switch (category) {
    case 'existence':
      return { kind: 'exists', what: existing(config, scene, random, isYes) };
    case 'count': {
      const what = countable(config, scene, random);
      const count = matching(scene, what).length;
      return { kind: 'countIs', what, count: isYes ? count : wrongCount(config, random, count) };
    }
    case 'position':
      if (random() < 0.5) return relation(config, scene, random, isYes);
      return attributeIs(config, scene, random, category, isYes);
    default:
      return attributeIs(config, scene, random, category, isYes);
  }
}

/** An object that is there; or one that is not, mixed from colours and shapes that are. */
function existing(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  isYes: boolean,
): Description {
  const { colour, shape } = pick(random, scene);
  if (isYes) return { colour, shape };
  const kind = random();
  if (kind < 0.4 && scene.length > 1) return { colour, shape: pick(random, scene).shape };
  if (kind < 0.7) return { colour, shape: wholeNumber(random, config.shapes.length) };
  if (kind < 0.9) return { colour: wholeNumber(random, config.colours.length), shape };
  return {
    colour: wholeNumber(random, config.colours.length),
    shape: wholeNumber(random, config.shapes.length),
  };
}

/** What may be counted: a shape, a colour, or everything; mostly something that is there. */
function countable(config: WorldConfig, scene: Scene, random: RandomSource): Description {
  const isThere = random() < 0.7;
  const object = pick(random, scene);
  switch (wholeNumber(random, 3)) {
    case 0:
      return { shape: isThere ? object.shape : wholeNumber(random, config.shapes.length) };
    case 1:
      return { colour: isThere ? object.colour : wholeNumber(random, config.colours.length) };
    default:
      return {};
  }
}

/** Mostly the number beside the right one, which is the harder one to tell from it. */
function wrongCount(config: WorldConfig, random: RandomSource, count: number): number {
  const wrong = indices(numberWords(config).length).filter((number) => number !== count);
  const beside = wrong.filter((number) => Math.abs(number - count) === 1);
  return pick(random, random() < 0.7 ? beside : wrong);
}

function attributeIs(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
  isYes: boolean,
): YesNoQuestion | undefined {
  const attribute = attributeOf(category);
  const object = pick(random, scene);
  const about = describeOne(config, scene, random, object, attribute);
  if (!about) return undefined;
  // A wrong value is preferably that of another object: the question is then about which has it.
  const others = scene.map((other) => other[attribute]).filter((v) => v !== object[attribute]);
  const wrong =
    others.length > 0 && random() < 0.5 ? others : otherValues(config, object, attribute);
  return {
    kind: 'attributeIs',
    about,
    attribute,
    value: isYes ? object[attribute] : pick(random, wrong),
  };
}

const otherValues = (config: WorldConfig, object: WorldObject, attribute: Attribute): number[] =>
  indices(valueWords(config, attribute).length).filter((value) => value !== object[attribute]);

function relation(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  isYes: boolean,
): YesNoQuestion | undefined {
  if (scene.length < 2) return undefined;
  const [object, second] = shuffle(random, scene);
  const about = describeOne(config, scene, random, object, 'cell');
  const other = describeOne(config, scene, random, second, 'cell');
  const fitting = RELATIONS.filter((r) => isRelated(config, object, r, second) === isYes);
  if (!about || !other || fitting.length === 0) return undefined;
  return { kind: 'relationIs', about, relation: pick(random, fitting), other };
}

/** An open question of a category with its answer; undefined if the scene allows none. */
export function askOpen(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
): Asked<OpenQuestion> | undefined {
  const question = proposeOpen(config, scene, random, category);
  const answer = question && answerWords(config, scene, question);
  return answer && { category, question, answer };
}

function proposeOpen(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
): OpenQuestion | undefined {
  switch (category) {
    case 'count':
      return { kind: 'howMany', what: countable(config, scene, random) };
    case 'shape': {
      const cells = config.gridSize * config.gridSize;
      const isThere = random() < 0.75;
      return {
        kind: 'shapeAt',
        cell: isThere ? pick(random, scene).cell : wholeNumber(random, cells),
      };
    }
    default: {
      const attribute = attributeOf(category);
      const object = pick(random, scene);
      const about = describeOne(config, scene, random, object, attribute);
      return about && { kind: 'whichAttribute', about, attribute };
    }
  }
}

/** A question with four options, one of them right. */
export interface MultipleChoice extends Asked<OpenQuestion> {
  /** In the order in which they are first shown */
  options: string[];
}

/** An open question made a choice of four; undefined if fewer answers could be given. */
export function askChoice(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  category: Category,
): MultipleChoice | undefined {
  const open = askOpen(config, scene, random, category);
  if (!open) return undefined;
  const [right] = open.answer;
  const wrong = possibleAnswers(config, open.question).filter((word) => word !== right);
  if (wrong.length < 3) return undefined;
  const options = shuffle(random, [right, ...shuffle(random, wrong).slice(0, 3)]);
  return { ...open, options };
}

/** Every word that could be the answer. */
export function possibleAnswers(config: WorldConfig, question: OpenQuestion): string[] {
  switch (question.kind) {
    case 'howMany':
      return numberWords(config);
    case 'shapeAt':
      return [...valueWords(config, 'shape'), 'nothing'];
    case 'whichAttribute':
      return valueWords(config, question.attribute);
  }
}

/** The options moved on by `shift` places, as CircularEval asks a question again. */
export const rotate = <T>(options: readonly T[], shift: number): T[] =>
  options.map((_, index) => options[(index + shift) % options.length]);
