import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { NonLocalView } from './view.tsx';

export const demo = defineDemo({
  id: 'non-local',
  schema,
  derive,
  view: NonLocalView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: true,
  code: [{ python: 'non_local', kernel: 'nonLocal' }],
  challenges,
});
