import type { Language } from '../../language.ts';
import type { Derived, Row } from './derive.ts';
import { english } from './strings.en.ts';
import { chinese } from './strings.zh.ts';
import type { MaskName, MATRICES } from './state.ts';

type MatrixName = (typeof MATRICES)[number];

export interface Strings {
  title: string;
  tryThis: string;
  head: string;
  headName: (head: number) => string;
  /** What each head's queries and keys read. */
  headReads: readonly string[];
  headMap: (head: number) => string;
  temperature: string;
  tau: (tau: number) => string;
  mask: string;
  maskName: Record<MaskName, string>;
  picture: string;
  pickQuery: string;
  token: (token: number) => string;
  share: (weight: number) => string;
  veilLabel: (derived: Derived, query: number) => string;
  queryIs: (query: number) => string;
  pair: (derived: Derived, key: number) => string;
  matrix: string;
  matrixName: Record<MatrixName, string>;
  matrixNote: Record<MatrixName, (derived: Derived) => string>;
  matrixAxes: (lit: number) => string;
  pickPair: string;
  pairPicked: (query: number, key: number) => string;
  weightsLabel: string;
  scoresLabel: string;
  rowHeading: (query: number) => string;
  pickKey: string;
  /** The lanes of one query's row, from top to bottom; `symbol` is an id of content/symbols.yaml. */
  laneNames: readonly { symbol: string; formula: string; meaning: string }[];
  lanes: Record<'queries' | 'keys' | 'scores' | 'weights' | 'values' | 'output', string>;
  entropy: (row: Row) => string;
  sum: (row: Row) => string;
  joinHeading: string;
  joined: string;
  joinedNote: (head: number) => string;
  projected: string;
  projectedNote: string;
  weightsNote: string;
  table: {
    caption: (query: number, head: number) => string;
    columns: [string, string, string];
    sum: string;
    entropy: string;
    masked: string;
    score: (score: number) => string;
    weight: (weight: number) => string;
    nats: (entropy: number) => string;
  };
}

export const strings: Record<Language, Strings> = { zh: chinese, en: english };
