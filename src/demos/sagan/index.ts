import { defineDemo } from '../definition.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { SaganView } from './view.tsx';

export const demo = defineDemo({
  id: 'sagan',
  schema,
  derive,
  view: SaganView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: false,
  code: [{ python: 'sagan', kernel: 'saganAttention' }],
});
