import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { ClipView } from './view.tsx';

export const demo = defineDemo({
  id: 'clip',
  schema,
  derive,
  view: ClipView,
  table,
  strings,
  badge: 'trainedByUs',
  usesImage: false,
  checkpoints: ['clip'],
  code: [{ python: 'text_encoder', kernel: 'textEncoder' }],
  challenges,
});
