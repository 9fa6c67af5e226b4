import type { RandomSource } from '../kernels/random.ts';
import { indices, pick, shuffle, wholeNumber } from './choose.ts';
import type { WorldConfig } from './config.ts';

/** An object, by its indices into the configuration's lists. */
export interface WorldObject {
  /** row · gridSize + column */
  cell: number;
  colour: number;
  shape: number;
  size: number;
  motion: number;
}

/** What there is, and where; the layout of a scene. Sorted by cell, at most one object a cell. */
export type Scene = readonly WorldObject[];

/** A random scene of 1 to maximumObjects objects, each number of them equally likely. */
export function randomScene(config: WorldConfig, random: RandomSource): Scene {
  const { gridSize, maximumObjects } = config;
  const cells = shuffle(random, indices(gridSize * gridSize));
  const count = 1 + wholeNumber(random, maximumObjects);
  const scene: WorldObject[] = [];
  for (const cell of cells.slice(0, count)) {
    scene.push(randomObject(config, random, cell, [...scene, ...cells.slice(0, count).map(still)]));
  }
  return sortScene(scene);
}

const still = (cell: number): Pick<WorldObject, 'cell'> => ({ cell });

function randomObject(
  config: WorldConfig,
  random: RandomSource,
  cell: number,
  others: readonly (Pick<WorldObject, 'cell'> & Partial<WorldObject>)[],
): WorldObject {
  const taken = new Set(others.flatMap((other) => [other.cell, cellAfter(config, other)]));
  taken.delete(cell);
  const motions = indices(config.motions.length).filter((motion) => {
    const after = cellAfter(config, { cell, motion });
    return after !== undefined && !taken.has(after);
  });
  return {
    cell,
    colour: wholeNumber(random, config.colours.length),
    shape: wholeNumber(random, config.shapes.length),
    size: wholeNumber(random, config.sizes.length),
    motion: pick(random, motions.length > 0 ? motions : [0]),
  };
}

/** The objects in reading order. */
export const sortScene = (scene: Scene): Scene => [...scene].sort((a, b) => a.cell - b.cell);

/** Where an object is in the picture after; undefined if its motion leads off the grid. */
export function cellAfter(
  { gridSize, motions }: WorldConfig,
  { cell, motion = 0 }: Pick<WorldObject, 'cell'> & Partial<WorldObject>,
): number | undefined {
  const column = (cell % gridSize) + motions[motion].columns;
  const row = Math.floor(cell / gridSize) + motions[motion].rows;
  const isInside = column >= 0 && column < gridSize && row >= 0 && row < gridSize;
  return isInside ? row * gridSize + column : undefined;
}

/** The scene after every object has moved; it moves no further. */
export function sceneAfter(config: WorldConfig, scene: Scene): Scene {
  return sortScene(
    scene.map((object) => ({
      ...object,
      cell: cellAfter(config, object) ?? object.cell,
      motion: 0,
    })),
  );
}

/** A text that two scenes share if and only if they are the same. */
export const layoutKey = (scene: Scene): string =>
  sortScene(scene)
    .map(({ cell, colour, shape, size, motion }) => [cell, colour, shape, size, motion].join('.'))
    .join(' ');
