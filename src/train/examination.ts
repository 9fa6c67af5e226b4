import { uniformSource } from '../kernels/random.ts';
import {
  askChoice,
  askOpen,
  askPair,
  type Category,
  openCategories,
  yesNoCategories,
} from '../world/ask.ts';
import { pick } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { questionWords } from '../world/modelText.ts';
import { randomScene, type Scene } from '../world/scene.ts';
import { sceneOf, type Split } from '../world/split.ts';
import { captionTurn, choiceTurn, type Turn } from './rows.ts';

/** One question of the examination: the turn, and what it belongs to. */
export interface ExaminationItem {
  kind: 'yesNo' | 'choice' | 'open' | 'caption';
  category: Category | 'caption';
  /** Index of the scene */
  scene: number;
  /** Items that are scored together: the two of a pair, or the four rotations of a choice */
  group: number;
  turn: Turn;
}

/** A question of an examination, and what was answered. */
export interface AnsweredItem {
  scene: Scene;
  kind: ExaminationItem['kind'];
  category: ExaminationItem['category'];
  group: number;
  question: readonly string[];
  truth: readonly string[];
  answer: readonly string[];
}

/** Scenes of held-out layouts and the questions about them. */
export interface Examination {
  scenes: readonly Scene[];
  items: readonly ExaminationItem[];
}

/**
 * Writes an examination: of each scene a yes/no pair a category, one multiple choice in four
 * rotations, one open question, and a caption. Categories of the latter two take turns.
 */
export function writeExamination(
  world: WorldConfig,
  split: Split,
  count: number,
  seed: number,
): Examination {
  const random = uniformSource(seed);
  const scenes = Array.from({ length: count }, () => sceneOf(split, world, random));
  const items: ExaminationItem[] = [];
  let group = 0;
  const add = (
    scene: number,
    kind: ExaminationItem['kind'],
    category: Category | 'caption',
    turns: Turn[],
  ) => {
    items.push(...turns.map((turn) => ({ kind, category, scene, group, turn })));
    group += 1;
  };
  scenes.forEach((scene, index) => {
    for (const category of yesNoCategories(world)) {
      const pair = askPair(world, scene, random, category);
      if (!pair) continue;
      const [yes, no] = [pair.yes, pair.no].map((question) => questionWords(world, question));
      add(index, 'yesNo', category, [
        { question: yes, answer: ['yes'] },
        { question: no, answer: ['no'] },
      ]);
    }
    const categories = openCategories(world);
    const choice = askChoice(world, scene, random, categories[index % categories.length]);
    if (choice) {
      const question = questionWords(world, choice.question);
      const rotations = [0, 1, 2, 3].map((shift) =>
        choiceTurn(question, choice.options, choice.answer[0], shift),
      );
      add(index, 'choice', choice.category, rotations);
    }
    const open = askOpen(world, scene, random, categories[(index + 1) % categories.length]);
    if (open) {
      const turn = { question: questionWords(world, open.question), answer: open.answer };
      add(index, 'open', open.category, [turn]);
    }
    add(index, 'caption', 'caption', [captionTurn(world, scene)]);
  });
  return { scenes, items };
}

/**
 * Which items guessing answers rightly: yes or no, one of the four letters, any answer that the kind of
 * question allows, and the caption of another random scene.
 */
export function guessExamination(
  world: WorldConfig,
  { items }: Examination,
  seed: number,
): boolean[] {
  const random = uniformSource(seed + 7);
  const answers = new Map<string, string[]>();
  for (const { kind, category, turn } of items) {
    const key = `${kind} ${category}`;
    answers.set(key, [...new Set([...(answers.get(key) ?? []), ...turn.answer.slice(0, 1)])]);
  }
  return items.map(({ kind, category, turn }) => {
    const guess =
      kind === 'caption'
        ? captionTurn(world, randomScene(world, random)).answer
        : [pick(random, answers.get(`${kind} ${category}`)!)];
    return guess.join(' ') === turn.answer.join(' ');
  });
}

/** The items of an examination with their answers; without any, nothing is answered yet. */
export const answeredItems = (
  { scenes, items }: Examination,
  answers: readonly (readonly string[])[] = [],
): AnsweredItem[] =>
  items.map(({ scene, kind, category, group, turn }, index) => ({
    scene: scenes[scene],
    kind,
    category,
    group,
    question: turn.question,
    truth: turn.answer,
    answer: answers[index] ?? [],
  }));

/** A share of right answers: its value, its standard error, and of how many. */
export interface Score {
  value: number;
  standardError: number;
  count: number;
}

/** What an examination finds. */
export interface Scores {
  yesNo: Score;
  /** Both questions of a pair right (MME's accuracy+) */
  yesNoPairs: Score;
  choice: Score;
  /** Right in all four rotations (MMBench's CircularEval) */
  circular: Score;
  open: Score;
  /** Every word right */
  captions: Score;
  /** Yes/no questions of each category */
  categories: Record<string, Score>;
}

/** Scores from which items were answered rightly. */
export function scoreExamination(
  items: readonly ExaminationItem[],
  isRight: readonly boolean[],
): Scores {
  const rightOf = (chosen: (item: ExaminationItem) => boolean) =>
    isRight.filter((_, index) => chosen(items[index]));
  const groupsOf = (kind: ExaminationItem['kind']): boolean[][] => {
    const groups = new Map<number, boolean[]>();
    items.forEach((item, index) => {
      if (item.kind !== kind) return;
      groups.set(item.group, [...(groups.get(item.group) ?? []), isRight[index]]);
    });
    return [...groups.values()];
  };
  const allOf = (kind: ExaminationItem['kind']) =>
    groupsOf(kind).map((group) => group.every(Boolean));
  const yesNo = items.filter((item) => item.kind === 'yesNo').map((item) => item.category);
  return {
    // The two of a pair share a fact and a scene, so the pairs are what is independent.
    yesNo: clustered(groupsOf('yesNo')),
    yesNoPairs: share(allOf('yesNo')),
    choice: share(groupsOf('choice').map(([first]) => first)),
    circular: share(allOf('choice')),
    open: share(rightOf((item) => item.kind === 'open')),
    captions: share(rightOf((item) => item.kind === 'caption')),
    categories: Object.fromEntries(
      [...new Set(yesNo)].map((category) => [
        category,
        share(rightOf((item) => item.kind === 'yesNo' && item.category === category)),
      ]),
    ),
  };
}

/** A share and its binomial standard error. */
function share(isRight: readonly boolean[]): Score {
  const count = isRight.length;
  const value = isRight.filter(Boolean).length / count;
  return { value, standardError: Math.sqrt((value * (1 - value)) / count), count };
}

/** The mean over groups of equal size, and its standard error from the spread of the groups' means. */
function clustered(groups: readonly boolean[][]): Score {
  const means = groups.map((group) => group.filter(Boolean).length / group.length);
  const value = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const variance = means.reduce((sum, mean) => sum + (mean - value) ** 2, 0) / means.length;
  return {
    value,
    standardError: Math.sqrt(variance / means.length),
    count: groups.reduce((sum, group) => sum + group.length, 0),
  };
}
