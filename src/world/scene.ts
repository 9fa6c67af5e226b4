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
  const { gridSize, maximumObjects, colours, shapes, sizes } = config;
  const order = shuffle(random, indices(gridSize * gridSize));
  const cells = order.slice(0, 1 + wholeNumber(random, maximumObjects));
  const scene: WorldObject[] = [];
  for (const cell of cells) {
    scene.push({
      cell,
      colour: wholeNumber(random, colours.length),
      shape: wholeNumber(random, shapes.length),
      size: wholeNumber(random, sizes.length),
      motion: randomMotion(config, random, cell, cells, scene),
    });
  }
  return sortScene(scene);
}

/**
 * A motion to a cell where no object is and none goes to, from one where none is and none comes from;
 * staying is always one. The cells before and after are then free of contradictions.
 */
function randomMotion(
  config: WorldConfig,
  random: RandomSource,
  cell: number,
  cells: readonly number[],
  moved: Scene,
): number {
  const others = cells.filter((other) => other !== cell);
  const after = new Set([...others, ...moved.map((object) => cellAfter(config, object))]);
  const before = new Set([...others, ...moved.map((object) => cellBefore(config, object))]);
  before.delete(undefined); // outside there is room for all
  const motions = indices(config.motions.length).filter((motion) => {
    const to = cellAfter(config, { cell, motion });
    const from = cellBefore(config, { cell, motion });
    return to !== undefined && !after.has(to) && !before.has(from);
  });
  return pick(random, motions);
}

/** The objects in reading order. */
export const sortScene = (scene: Scene): Scene => [...scene].sort((a, b) => a.cell - b.cell);

/** Where an object is in the picture after; undefined if its motion leads off the grid. */
export const cellAfter = (
  config: WorldConfig,
  object: Pick<WorldObject, 'cell' | 'motion'>,
): number | undefined => cellMoved(config, object, 1);

/** Where an object was in the picture before; undefined if it came from outside. */
export const cellBefore = (
  config: WorldConfig,
  object: Pick<WorldObject, 'cell' | 'motion'>,
): number | undefined => cellMoved(config, object, -1);

/** Where an object is some motions later, or earlier; undefined outside the grid. */
function cellMoved(
  { gridSize, motions }: WorldConfig,
  { cell, motion }: Pick<WorldObject, 'cell' | 'motion'>,
  times: number,
): number | undefined {
  const column = (cell % gridSize) + times * motions[motion].columns;
  const row = Math.floor(cell / gridSize) + times * motions[motion].rows;
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
