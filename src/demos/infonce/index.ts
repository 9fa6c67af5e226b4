import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { InfoNceView } from './view.tsx';

export const demo = defineDemo({
  id: 'infonce',
  schema,
  derive,
  view: InfoNceView,
  table,
  strings,
  badge: 'computedHere',
  usesImage: false,
  code: [
    { python: 'info_nce', kernel: 'infoNce' },
    { python: 'sigmoid_loss', kernel: 'sigmoidLoss' },
  ],
  challenges,
});
