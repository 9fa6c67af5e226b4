import type { Language } from '../../language.ts';
import type { Embedding } from './block.ts';
import type { Derived } from './derive.ts';
import { english } from './strings.en.ts';
import { chinese } from './strings.zh.ts';

type Kind = Derived['kind'];

export interface Strings {
  title: string;
  tryThis: string;
  kind: string;
  kinds: Record<Kind, string>;
  /** f and C(x) of a kind; `x_i` is set with a subscript. */
  formula: Record<Kind, string>;
  embedding: string;
  embeddings: Record<Embedding, string>;
  /** What θ and φ are here, in a sentence. */
  embeddingNote: Record<Embedding | 'none' | 'concatenation', string>;
  pick: string;
  place: (place: { row: number; column: number }) => string;
  /** The same, where there is little room. */
  shortPlace: (place: { row: number; column: number }) => string;
  steps: { pick: string; weights: string; after: string };
  notes: { pick: string; weights: Record<'positive' | 'signed', string>; after: string };
  strongest: string;
  none: string;
  output: { x: string; y: Record<'mean' | 'sum', string>; z: string };
  strength: string;
  strengthText: (strength: number) => string;
  facts: Record<
    'weightSum' | 'near' | 'ratio' | 'distance',
    { name: string; value: (derived: Derived) => string }
  >;
  table: { caption: (derived: Derived) => string; columns: string[] };
  rows: Record<'normaliser' | 'weightSum' | 'nearShare' | 'x' | 'y' | 'z', string>;
  rank: (rank: number) => string;
  number: (value: number) => string;
  percent: (value: number) => string;
}

export const strings: Record<Language, Strings> = { zh: chinese, en: english };
