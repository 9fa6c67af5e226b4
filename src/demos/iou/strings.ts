import type { Box, HitRule } from '../../kernels/iou.ts';
import type { Language } from '../../language.ts';
import type { BoxEditorStrings } from '../../ui/BoxEditor.tsx';
import type { Derived } from './derive.ts';
import type { Preset } from './presets.ts';
import type { BoxName, PairId, Unit } from './state.ts';
import { en } from './strings.en.ts';
import { zh } from './strings.zh.ts';

export interface Strings {
  title: string;
  tryThis: string;
  rule: string;
  rules: Record<HitRule, string>;
  unit: string;
  units: Record<Unit, string>;
  /** What the unit does to OFA’s rule. */
  unitNote: Record<Unit, string>;
  picture: string;
  help: string;
  editor: BoxEditorStrings;
  boxName: (name: BoxName) => string;
  corners: (box: Box) => string;
  /** The referring expressions, and the pair of the reader’s own. */
  expressions: Record<PairId, string>;
  /** The same, as headings. */
  quoted: Record<PairId, string>;
  legend: { gold: string; predicted: string; shared: string; enclosing: string };
  /** The numbers behind IoU and GIoU, each with its symbol. */
  numbers: (derived: Derived) => { symbol: string; text: string }[];
  verdicts: string;
  verdict: (isHit: boolean) => string;
  presets: string;
  preset: Record<Preset, string>;
  set: string;
  accuracy: (derived: Derived) => string;
  meanIou: (derived: Derived) => string;
  table: {
    caption: (rule: string) => string;
    columns: string[];
    shown: string;
    accuracy: string;
    meanIou: string;
  };
}

export const strings: Record<Language, Strings> = { zh, en };
