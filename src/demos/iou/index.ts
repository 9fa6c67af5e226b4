import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { IouView } from './view.tsx';

export const demo = defineDemo({
  id: 'iou',
  schema,
  derive,
  view: IouView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: false,
  code: [{ python: 'iou', kernel: 'iou' }],
  challenges,
});
