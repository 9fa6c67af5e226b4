import type { RandomSource } from '../../kernels/random.ts';
import {
  askChoice,
  askOpen,
  askYesNo,
  type Category,
  openCategories,
  yesNoCategories,
} from '../ask.ts';
import { indices, pick, shuffle, wholeNumber } from '../choose.ts';
import type { WorldConfig } from '../config.ts';
import type { UnitBox } from '../drawing.ts';
import { answerWords, questionWords, withOptions } from '../modelText.ts';
import { describeOne } from '../refer.ts';
import { cellAfter, type Scene, sortScene, type WorldObject } from '../scene.ts';
import { cellWords } from '../vocabulary.ts';
import {
  answerTask,
  captionTask,
  drawTask,
  type EventAspect,
  eventTask,
  groundingTask,
  matchTask,
  placeWord,
  questionTask,
  type Rationale,
  rationaleTask,
  type ReasoningQuestion,
  regionTask,
  type SequenceTurn,
  type Time,
} from './tasks.ts';

/** The tasks of the model, as they are trained and scored. */
export const SEQUENCE_TASKS = [
  'caption',
  'yesNo',
  'open',
  'choice',
  'grounding',
  'region',
  'match',
  'draw',
  'event',
  'answer',
  'rationale',
] as const;
export type SequenceTask = (typeof SEQUENCE_TASKS)[number];

/** A scene and where each of its objects is in the picture. */
export interface Pictured {
  scene: Scene;
  boxes: readonly UnitBox[];
}

/** A random turn of a task about a picture; undefined if the scene allows none, which another try may. */
export function askTask(
  config: WorldConfig,
  { scene, boxes }: Pictured,
  random: RandomSource,
  task: SequenceTask,
  category?: Category,
): SequenceTurn | undefined {
  const index = wholeNumber(random, scene.length);
  const object = scene[index];
  switch (task) {
    case 'caption':
      return captionTask(config, scene);
    case 'draw':
      return drawTask(config, scene);
    case 'region':
      return regionTask(config, boxes[index], object);
    case 'match':
      return askMatch(config, scene, random, random() < 0.5);
    case 'grounding': {
      const about = describeOne(config, scene, random, object, 'cell');
      return about && groundingTask(config, about, boxes[index]);
    }
    case 'event':
      return askEvent(config, scene, random, pick(random, ['before', 'intent', 'after'] as const));
    case 'answer': {
      const question = askReasoning(config, scene, random);
      return question && answerTask(config, question);
    }
    case 'rationale': {
      const question = askReasoning(config, scene, random);
      return question && rationaleTask(config, question);
    }
    default:
      return askQuestion(config, scene, random, task, category);
  }
}

function askQuestion(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  task: 'yesNo' | 'open' | 'choice',
  category?: Category,
): SequenceTurn | undefined {
  if (task === 'yesNo') {
    const chosen = category ?? pick(random, yesNoCategories(config));
    const question = askYesNo(config, scene, random, chosen, random() < 0.5);
    const answer = question && answerWords(config, scene, question);
    return answer && questionTask(config, question, answer);
  }
  const chosen = category ?? pick(random, openCategories(config));
  if (task === 'open') {
    const asked = askOpen(config, scene, random, chosen);
    return asked && questionTask(config, asked.question, asked.answer);
  }
  const asked = askChoice(config, scene, random, chosen);
  return (
    asked && {
      instruction: withOptions(questionWords(config, asked.question), asked.options),
      target: asked.answer,
      options: asked.options.map((option) => [option]),
    }
  );
}

/** A caption, right or a near miss, and whether it is right. */
export function askMatch(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  isTrue: boolean,
): SequenceTurn {
  return matchTask(config, isTrue ? scene : nearMiss(config, scene, random), isTrue);
}

/** A question about an event and the one object that it is about. */
export function askEvent(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  aspect: EventAspect,
): SequenceTurn | undefined {
  const object = pick(random, scene);
  const about = describeOne(config, scene, random, object, 'motion');
  return about && eventTask(config, aspect, about, object);
}

/** A scene that differs in one thing: a colour, a shape, a place, a motion, or which of two has which colour. */
export function nearMiss(config: WorldConfig, scene: Scene, random: RandomSource): Scene {
  const index = wholeNumber(random, scene.length);
  const object = scene[index];
  const changed = (change: Partial<WorldObject>, at = index): Scene =>
    sortScene(scene.map((other, place) => (place === at ? { ...other, ...change } : other)));
  switch (wholeNumber(random, 5)) {
    case 0:
      return changed({ shape: otherOf(random, config.shapes.length, object.shape) });
    case 1: {
      const free = indices(config.gridSize ** 2).filter(
        (cell) =>
          scene.every((other) => other.cell !== cell) &&
          cellAfter(config, { ...object, cell }) !== undefined,
      );
      if (free.length > 0) return changed({ cell: pick(random, free) });
      break;
    }
    case 2: {
      const motions = indices(config.motions.length).filter(
        (motion) =>
          motion !== object.motion && cellAfter(config, { ...object, motion }) !== undefined,
      );
      return changed({ motion: pick(random, motions) });
    }
    case 3: {
      const others = scene.filter((other) => other.colour !== object.colour);
      if (others.length === 0) break;
      const other = pick(random, others);
      return sortScene(
        changed({ colour: other.colour }).map((one) =>
          one.cell === other.cell ? { ...one, colour: object.colour } : one,
        ),
      );
    }
  }
  return changed({ colour: otherOf(random, config.colours.length, object.colour) });
}

const otherOf = (random: RandomSource, count: number, value: number): number =>
  (value + 1 + wholeNumber(random, count - 1)) % count;

/** A question with four places and four reasons; undefined if the object drawn cannot be named. */
export function askReasoning(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  about = pick(random, scene),
  time: Time = pick(random, ['before', 'after'] as const),
): ReasoningQuestion | undefined {
  const description = describeOne(config, scene, random, about, 'motion');
  if (!description) return undefined;
  const place = placeWord(config, about, time);
  const answers = shuffle(random, [place, ...wrongPlaces(config, about, place, random)]);
  const reason: Rationale = { cell: about.cell, motion: about.motion };
  const rationales = shuffle(random, [reason, ...wrongReasons(config, about, time, random)]);
  return {
    time,
    about: description,
    answers,
    rationales,
    right: { answer: answers.indexOf(place), rationale: rationales.indexOf(reason) },
  };
}

/** Three other places, those beside the object first: where another motion would lead. */
function wrongPlaces(
  config: WorldConfig,
  object: WorldObject,
  right: string,
  random: RandomSource,
): string[] {
  const beside = indices(config.motions.length).map((motion) =>
    placeWord(config, { cell: object.cell, motion }, 'after'),
  );
  const candidates = [
    ...shuffle(random, [...beside]).slice(0, 2),
    ...shuffle(random, [...cellWords(config), 'outside']),
  ];
  return [...new Set(candidates)].filter((word) => word !== right).slice(0, 3);
}

/** Three other reasons: one that would lead to the same place, and ones that are half right. */
function wrongReasons(
  config: WorldConfig,
  object: WorldObject,
  time: Time,
  random: RandomSource,
): Rationale[] {
  const all = indices(config.gridSize ** 2).flatMap((cell) =>
    indices(config.motions.length).map((motion): Rationale => ({ cell, motion })),
  );
  const wrong = shuffle(random, all).filter(
    ({ cell, motion }) =>
      (cell !== object.cell || motion !== object.motion) &&
      cellAfter(config, { cell, motion }) !== undefined,
  );
  const place = placeWord(config, object, time);
  const same = wrong.filter((reason) => placeWord(config, reason, time) === place);
  const half = wrong.filter(({ cell, motion }) => cell === object.cell || motion === object.motion);
  return [...new Set([...same.slice(0, 1), ...half, ...wrong])].slice(0, 3);
}
