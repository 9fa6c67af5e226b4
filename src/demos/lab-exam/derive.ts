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
import type { Checkpoints } from '../../checkpoints/shipped.ts';
import type { PixelImage } from '../../kernels/image.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import type { OwnModels } from '../definition.ts';
import { connectorOf, isPlain, wantedOrNewest } from '../ownModelNames.ts';
import { guessing, type Measure, SHIPPED_MEASURES } from './report.ts';
import { LAST_SEED, type schema } from './state.ts';

export type State = v.InferOutput<typeof schema>;

/** A measure in the book's own examination. */
export interface ShippedRow {
  measure: Measure;
  score: Score | undefined;
  guessing: number;
}

/** The reader's models that can be examined, the newest first, and the one that is. */
export interface OwnExaminees {
  names: string[];
  asked: string | undefined;
}

export interface Derived {
  /** Undefined if it is to be the reader's model, and there is none */
  run: RunDescription | undefined;
  /** If one of them is to be examined, and they have been looked up */
  own: OwnExaminees | undefined;
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

export function derive(
  state: State,
  _image?: PixelImage,
  _checkpoints?: Checkpoints,
  kept?: OwnModels,
): Derived {
  const { examinee, scenes, seed } = state;
  const own = examinee === 'mine' && kept ? ownExaminees(kept, state.own) : undefined;
  const scores = results[`instruct-${examinee}`];
  return {
    run: examinee === 'mine' ? ownRun(own?.asked) : finishedRun(examinee),
    own,
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

function ownExaminees({ kept }: OwnModels, wanted: string): OwnExaminees {
  const names = kept.map(({ name }) => name).filter(isPlain);
  return { names, asked: wantedOrNewest(names, wanted) };
}

const ownRun = (name: string | undefined): RunDescription | undefined =>
  name === undefined ? undefined : { ...finishedRun(connectorOf(name), 'mine'), own: [name] };
