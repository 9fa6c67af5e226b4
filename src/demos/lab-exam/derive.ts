import type * as v from 'valibot';
import scoreFile from '../../data/scores.json';
import { finishedRun, type RunDescription } from '../../train/description.ts';
import {
  type AnsweredItem,
  answeredItems,
  type Score,
  type Scores,
  writeExamination,
} from '../../train/examination.ts';
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
    preview: answeredItems(writeExamination(SMALL_WORLD, 'test', PREVIEW, seed)),
    nextSeed: { seed: (seed % LAST_SEED) + 1, page: 0 },
  };
}
