import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { LabWorldView } from './view.tsx';

export const demo = defineDemo({
  id: 'lab-world',
  schema,
  derive,
  view: LabWorldView,
  table,
  strings,
  challenges,
  badge: 'computedHere',
  usesImage: false,
  code: [{ python: 'patch_embedding', kernel: 'patchEmbedding' }],
});
