import { defineDemo } from '../definition.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { PositionView } from './view.tsx';

export const demo = defineDemo({
  id: 'position',
  schema,
  derive,
  view: PositionView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: true,
  code: [{ python: 'position_embedding', kernel: 'positionEmbedding' }],
});
