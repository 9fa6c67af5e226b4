import { defineDemo } from '../definition.ts';
import { derive } from './derive.ts';
import { schema } from './state.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';
import { LabExamView } from './view.tsx';

export const demo = defineDemo({
  id: 'lab-exam',
  schema,
  derive,
  view: LabExamView,
  table,
  strings,
  badge: 'trainedByUs',
  ownModel: ({ examinee, own }) => (examinee === 'mine' ? own : undefined),
  isByReader: ({ own }) => own?.asked !== undefined,
  usesImage: false,
  code: [{ python: 'decoder', kernel: 'decoder' }],
});
