import type { Language } from '../../language.ts';
import type { OpenQuestion, YesNoQuestion } from '../../world/question.ts';
import type { Scene, WorldObject } from '../../world/scene.ts';
import type { EventAspect, Rationale } from '../../world/sequence/tasks.ts';
import type { Verdict } from './answers.ts';
import type { Derived } from './derive.ts';
import type { Measurement } from './measure.ts';
import type { Family } from './state.ts';
import { strings as en } from './strings.en.ts';
import { strings as zh } from './strings.zh.ts';
import type { Held } from './texts.ts';

export interface Strings {
  title: string;
  tryThis: string;
  families: string;
  family: Record<Family, string>;
  /** The model's answer in one line */
  short: (family: Family, derived: Derived) => string;
  mark: Record<Verdict, string>;
  verdict: Record<Verdict, string>;
  summary: (derived: Derived) => string;
  object: string;
  objectName: (object: WorldObject) => string;
  question: string;
  questionText: (question: OpenQuestion | YesNoQuestion) => string;
  input: string;
  output: string;
  rightAnswer: string;
  metric: string;
  inputText: (family: Family, derived: Derived) => string;
  words: (words: readonly string[]) => string;
  caption: (scene: Scene) => string;
  metricText: (family: Family, derived: Derived) => string;
  held: (family: Family, held: Held) => string;
  dataset: string;
  datasets: Record<Family, string>;
  texts: string;
  images: string;
  own: string;
  percent: (share: number) => string;
  boxes: string;
  answers: string;
  rationales: string;
  option: (word: string) => string;
  rationale: (reason: Rationale) => string;
  chosen: string;
  isRight: string;
  aspects: Record<EventAspect, string>;
  now: string;
  later: string;
  measure: (size: number) => string;
  measuring: (share: number) => string;
  failed: string;
  measured: (found: Measurement) => [string, string, string];
  table: { caption: string; columns: string[] };
}

export const strings: Record<Language, Strings> = { zh, en };
