import type { Language } from '../../language.ts';
import type { SessionState } from '../../train/session.ts';
import type { ReadCaption } from '../../world/language/caption.ts';
import type { Split } from '../../world/split.ts';
import type { Scene } from '../../world/scene.ts';
import type { Derived } from './derive.ts';
import type { DirectionResult, Measurement } from './measure.ts';
import type { HEATS, OBJECTS, State } from './state.ts';
import { chinese } from './strings.zh.ts';
import { english } from './strings.en.ts';

export interface Strings {
  title: string;
  tryThis: string;
  scene: string;
  split: Record<Split, string>;
  write: string;
  vocabulary: string;
  pick: (index: number) => string;
  scores: (cosine: number, probability: number, isTrue: boolean) => string;
  width: (probability: number) => string;
  truth: (isTrue: boolean) => string;
  problem: (read: ReadCaption, line: number) => string;
  verdict: (derived: Derived) => string;
  heat: string;
  heatName: (heat: (typeof HEATS)[number], derived: Derived) => string;
  patchMap: string;
  patchNote: (heat: Derived['heat']) => string;
  cover: string;
  coverMap: string;
  coverNote: (falls: Float32Array | undefined) => string;
  retrieval: string;
  retrievalNote: (state: State) => string;
  size: string;
  seed: string;
  measure: string;
  measuring: (share: number) => string;
  failed: string;
  guessing: (found: Measurement) => string;
  imageToText: string;
  textToImage: string;
  recalls: (result: DirectionResult | undefined) => string;
  caption: (scene: Scene) => string;
  rank: (rank: number) => string;
  noMistakes: string;
  training: string;
  objects: string;
  objectNames: Record<(typeof OBJECTS)[number], string>;
  train: string;
  stop: string;
  trainingStatus: (
    state: SessionState,
    sizes: { batch: number; steps: number; objects: (typeof OBJECTS)[number] },
  ) => string;
  ours: string;
  here: string;
  loss: string;
  step: string;
  chance: (derived: Derived) => string;
  curveLabel: (loss: number | undefined) => string;
  table: {
    caption: string;
    columns: string[];
    line: (line: number) => string;
    patch: (row: number, column: number) => string;
    unreadable: string;
    number: (value: number) => string;
  };
}

export const strings: Record<Language, Strings> = { zh: chinese, en: english };
