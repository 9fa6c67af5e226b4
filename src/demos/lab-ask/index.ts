import { defineDemo } from '../definition.ts';
import { MODEL_FILES } from '../labModels.ts';
import { challenges } from './challenges.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { LabAskView } from './view.tsx';

export const demo = defineDemo({
  id: 'lab-ask',
  schema,
  derive,
  view: LabAskView,
  table,
  strings,
  challenges,
  badge: 'trainedByUs',
  usesImage: false,
  checkpoints: MODEL_FILES,
  ownModel: ({ model, own }) => (model === 'mine' ? own : undefined),
  isByReader: ({ isByReader }) => isByReader,
  code: [{ python: 'decoder', kernel: 'decoder' }],
});
