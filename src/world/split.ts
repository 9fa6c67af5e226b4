import type { RandomSource } from '../kernels/random.ts';
import type { WorldConfig } from './config.ts';
import { layoutKey, randomScene, type Scene } from './scene.ts';

/** What a layout may be used for: to learn from, to choose settings by, or to examine. */
export type Split = 'train' | 'validation' | 'test';

/** Names the rule below in checkpoints: one that was split otherwise may have seen the test layouts. */
export const SPLIT_RULE = 'fnv1a-layout-80-10-10';

/**
 * The split of a layout, by a hash of it: 80 % train, 10 % validation, 10 % test. It is the layout that
 * decides, not the picture: a model that has seen a layout in another rendering has seen the answer.
 */
export function splitOf(scene: Scene): Split {
  const tenth = fnv1a(layoutKey(scene)) % 10;
  return tenth < 8 ? 'train' : tenth === 8 ? 'validation' : 'test';
}

/** A random scene of one split, by drawing until one is of it. */
export function sceneOf(split: Split, config: WorldConfig, random: RandomSource): Scene {
  for (;;) {
    const scene = randomScene(config, random);
    if (splitOf(scene) === split) return scene;
  }
}

/** The 32-bit FNV-1a hash (Fowler, Noll, Vo), mixed once more so that its last digits are even. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
