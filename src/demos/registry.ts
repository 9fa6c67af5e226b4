import type { DemoDefinition } from './definition.ts';

/** Every demo: its id, and how to load it. Adding a demo is adding its folder and one line here. */
const LOADERS = {
  patchify: () => import('./patchify/index.ts'),
  'receptive-field': () => import('./receptive-field/index.ts'),
  'non-local': () => import('./non-local/index.ts'),
  sagan: () => import('./sagan/index.ts'),
  attention: () => import('./attention/index.ts'),
  position: () => import('./position/index.ts'),
  'vit-classifier': () => import('./vit-classifier/index.ts'),
  clip: () => import('./clip/index.ts'),
  infonce: () => import('./infonce/index.ts'),
  iou: () => import('./iou/index.ts'),
  tasks: () => import('./tasks/index.ts'),
  seq2seq: () => import('./seq2seq/index.ts'),
  'lab-world': () => import('./lab-world/index.ts'),
  'lab-train': () => import('./lab-train/index.ts'),
  'lab-ask': () => import('./lab-ask/index.ts'),
  'lab-exam': () => import('./lab-exam/index.ts'),
} satisfies Record<string, () => Promise<{ demo: DemoDefinition }>>;

export type DemoId = keyof typeof LOADERS;
export const DEMO_IDS = Object.keys(LOADERS) as DemoId[];

/** @throws RangeError if there is no such demo */
export async function loadDemo(id: string): Promise<DemoDefinition> {
  if (!Object.hasOwn(LOADERS, id)) {
    throw new RangeError(`no demo "${id}"; there are: ${DEMO_IDS.join(', ')}`);
  }
  return (await LOADERS[id as DemoId]()).demo;
}
