import { defineDemo } from '../definition.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { ReceptiveFieldView } from './view.tsx';

export const demo = defineDemo({
  id: 'receptive-field',
  schema,
  derive,
  view: ReceptiveFieldView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: true,
  code: [{ python: 'receptive_field', kernel: 'receptiveField' }],
});
