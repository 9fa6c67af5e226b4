import { indices } from '../world/choose.ts';
import { SMALL_WORLD } from '../world/config.ts';
import type { Scene, WorldObject } from '../world/scene.ts';
import { type Split, splitOf } from '../world/split.ts';

/** Every layout of the small world. */
export const layouts: readonly Scene[] = layoutsFrom(0, SMALL_WORLD.maximumObjects).filter(
  (scene) => scene.length > 0,
);

/** The layouts of the cells from `cell` on, with at most so many objects. */
function layoutsFrom(cell: number, objects: number): Scene[] {
  if (cell === SMALL_WORLD.gridSize ** 2) return [[]];
  const empty = layoutsFrom(cell + 1, objects);
  if (objects === 0) return empty;
  const rest = layoutsFrom(cell + 1, objects - 1);
  return [
    ...empty,
    ...objectsAt(cell).flatMap((object) => rest.map((scene) => [object, ...scene])),
  ];
}

function objectsAt(cell: number): WorldObject[] {
  return indices(SMALL_WORLD.colours.length).flatMap((colour) =>
    indices(SMALL_WORLD.shapes.length).map((shape) => ({
      cell,
      colour,
      shape,
      size: 0,
      motion: 0,
    })),
  );
}

/** How many layouts each split has. */
export const splitCounts: Readonly<Record<Split, number>> = layouts.reduce(
  (counts, scene) => {
    counts[splitOf(scene)] += 1;
    return counts;
  },
  { train: 0, validation: 0, test: 0 },
);
