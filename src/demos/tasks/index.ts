import { defineDemo } from '../definition.ts';
import { SEQUENCE_FILE } from '../sequenceModel.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { TasksView } from './view.tsx';

export const demo = defineDemo({
  id: 'tasks',
  schema,
  derive,
  view: TasksView,
  table,
  strings,
  badge: 'trainedByUs',
  usesImage: false,
  checkpoints: [SEQUENCE_FILE],
  code: [{ python: 'seq2seq', kernel: 'crossBlock' }],
  challenges,
});
