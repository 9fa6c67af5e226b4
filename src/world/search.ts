import type { RandomSource } from '../kernels/random.ts';
import { indices, shuffle, wholeNumber } from './choose.ts';
import { SMALL_WORLD, type WorldConfig } from './config.ts';
import { matching, theObject } from './question.ts';
import { type Scene, sortScene, type WorldObject } from './scene.ts';
import { type Split, splitOf } from './split.ts';

/** The world of the small classifier: SMALL_WORLD with an object in every cell, if need be. */
export const SEARCH_WORLD: WorldConfig = { ...SMALL_WORLD, id: 'search', maximumObjects: 4 };

/** Red, whose shape the classifier names. */
const SOUGHT_COLOUR = 0;

/** The object whose shape is asked: the only red one; undefined if there is none or more than one. */
export const soughtObject = (scene: Scene): WorldObject | undefined =>
  theObject(scene, { colour: SOUGHT_COLOUR });

/** The cells of all objects with the colour that is sought. */
export const soughtCells = (scene: Scene): number[] =>
  matching(scene, { colour: SOUGHT_COLOUR }).map(({ cell }) => cell);

/** A random scene of a split with one red object among up to three others of other colours. */
export function searchScene(split: Split, random: RandomSource): Scene {
  for (;;) {
    const scene = randomSearchScene(random);
    if (splitOf(scene) === split) return scene;
  }
}

function randomSearchScene(random: RandomSource): Scene {
  const { gridSize, maximumObjects, colours, shapes } = SEARCH_WORLD;
  const cells = shuffle(random, indices(gridSize * gridSize));
  const chosen = cells.slice(0, 1 + wholeNumber(random, maximumObjects));
  const scene = chosen.map((cell, index) => ({
    cell,
    colour: index === 0 ? SOUGHT_COLOUR : 1 + wholeNumber(random, colours.length - 1),
    shape: wholeNumber(random, shapes.length),
    size: 0,
    motion: 0,
  }));
  return sortScene(scene);
}
