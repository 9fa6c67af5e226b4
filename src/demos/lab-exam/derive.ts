import type * as v from 'valibot';
import scoreFile from '../../data/scores.json';
import { finishedRun, type RunDescription } from '../../train/description.ts';
import { type Score, type Scores, writeExamination } from '../../train/examination.ts';
import type { AnsweredItem } from '../../train/worker/protocol.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { guessing, type Measure, SHIPPED_MEASURES } from './report.ts';
import { LAST_SEED, type schema } from './state.ts';

export type State = v.InferOutput<typeof schema>;

/** A measure in the book's own examination. */
export interface ShippedRow {
  measure: Measure;
  score: Score | undefined;
  guessing: number;
}

export interface Derived {
  run: RunDescription;
  scenes: number;
  seed: number;
  /** Scores of the shipped model, from src/data/scores.json; undefined for the reader's own */
  shipped: ShippedRow[];
  /** Of the yes/no questions of each category */
  shippedCategories: Readonly<Record<string, Score>>;
  /** Scenes of that examination */
  shippedScenes: number;
  hasShipped: boolean;
  /** A few questions of such an examination, as long as none has been sat */
  preview: AnsweredItem[];
  nextSeed: { seed: number; page: number };
}

/** Scenes that the preview is about. */
const PREVIEW = 2;

const results = scoreFile.results as unknown as Readonly<Record<string, Scores>>;

export function derive(state: State): Derived {
  const { examinee, scenes, seed } = state;
  const scores = results[`instruct-${examinee}`];
  return {
    run: examinee === 'mine' ? finishedRun('mlp', 'mine') : finishedRun(examinee),
    scenes,
    seed,
    shipped: SHIPPED_MEASURES.map((measure) => ({
      measure,
      score: scores?.[measure],
      guessing: guessing[measure],
    })),
    shippedCategories: scores?.categories ?? {},
    shippedScenes: scoreFile.scenes,
    hasShipped: scores !== undefined,
    preview: previewOf(seed),
    nextSeed: { seed: (seed % LAST_SEED) + 1, page: 0 },
  };
}

/** Items without answers. */
function previewOf(seed: number): AnsweredItem[] {
  const { scenes, items } = writeExamination(SMALL_WORLD, 'test', PREVIEW, seed);
  return items.map(({ scene, kind, category, group, turn }) => ({
    scene: scenes[scene],
    kind,
    category,
    group,
    question: turn.question,
    truth: turn.answer,
    answer: [],
  }));
}
