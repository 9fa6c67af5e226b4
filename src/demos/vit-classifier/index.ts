import { defineDemo } from '../definition.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { VitClassifierView } from './view.tsx';

export const demo = defineDemo({
  id: 'vit-classifier',
  schema,
  derive,
  view: VitClassifierView,
  table,
  strings,
  badge: 'trainedByUs',
  usesImage: false,
  checkpoints: ['classifier'],
  code: [{ python: 'vision_transformer', kernel: 'visionTransformer' }],
  challenges,
});
