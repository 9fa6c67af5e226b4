import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { AttentionView } from './view.tsx';

export const demo = defineDemo({
  id: 'attention',
  schema,
  derive,
  view: AttentionView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: true,
  code: [{ python: 'attention', kernel: 'attention' }],
  challenges,
});
