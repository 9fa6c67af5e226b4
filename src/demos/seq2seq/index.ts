import { defineDemo } from '../definition.ts';
import { SEQUENCE_FILE } from '../sequenceModel.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { Seq2seqView } from './view.tsx';

export const demo = defineDemo({
  id: 'seq2seq',
  schema,
  derive,
  view: Seq2seqView,
  table,
  strings,
  badge: 'trainedByUs',
  usesImage: false,
  checkpoints: [SEQUENCE_FILE],
  code: [{ python: 'seq2seq', kernel: 'seq2seq' }],
  challenges,
});
