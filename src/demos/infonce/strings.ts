import type { Language } from '../../language.ts';
import type { GradientCheck } from './checkGradient.ts';
import type { Derived } from './derive.ts';
import type { Loss, MatrixName, State } from './state.ts';
import { en } from './strings.en.ts';
import { zh } from './strings.zh.ts';

export interface Strings {
  title: string;
  tryThis: string;
  lossChoice: string;
  lossName: Record<Loss, string>;
  start: string;
  startName: Record<State['start'], string>;
  pairs: string;
  temperature: Record<Loss, string>;
  tau: (tau: number) => string;
  bias: string;
  biasValue: (bias: number) => string;
  seed: string;
  same: string;
  circle: (derived: Derived) => string;
  circleLabel: (derived: Derived) => string;
  circleNote: (derived: Derived) => string;
  matrix: string;
  matrixName: Record<MatrixName, string>;
  matrixLabel: Record<MatrixName, string>;
  pickPair: string;
  pairName: (picked: Derived['picked']) => string;
  pair: Record<Loss, (picked: Derived['picked']) => string[]>;
  step: string;
  oneStep: string;
  run: string;
  pause: string;
  loss: string;
  chance: Record<Loss, (derived: Derived) => string>;
  floor: (floor: number) => string;
  curveLabel: (derived: Derived) => string;
  numbers: Record<Loss, (derived: Derived) => string[]>;
  check: string;
  checkNote: string;
  checked: (result: GradientCheck) => string;
  table: {
    caption: Record<Loss, (state: State) => string>;
    columns: Record<Loss, string[]>;
    pair: (index: number) => string;
    mean: string;
    chance: Record<Loss, string>;
    number: (value: number) => string;
  };
}

export const strings: Record<Language, Strings> = { zh, en };
