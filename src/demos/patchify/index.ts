import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { PatchifyView } from './view.tsx';

export const demo = defineDemo({
  id: 'patchify',
  schema,
  derive,
  view: PatchifyView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: true,
  code: [{ python: 'patch_embedding', kernel: 'patchEmbedding' }],
  challenges,
});
