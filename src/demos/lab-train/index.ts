import { defineDemo } from '../definition.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { LabTrainView } from './view.tsx';

export const demo = defineDemo({
  id: 'lab-train',
  schema,
  derive,
  view: LabTrainView,
  table,
  strings,
  badge: 'trainedHere',
  usesImage: false,
  code: [{ python: 'connectors', kernel: 'mlpConnector' }],
});
