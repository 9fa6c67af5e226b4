import type { WorldConfig } from './config.ts';
import { indices } from './choose.ts';
import { type Scene, sortScene, type WorldObject } from './scene.ts';
import { isPossible } from './sceneCode.ts';

/** What an object looks like and does, wherever it is. */
export type ObjectLook = Omit<WorldObject, 'cell'>;

/** The object in a cell. */
export const objectAt = (scene: Scene, cell: number): WorldObject | undefined =>
  scene.find((object) => object.cell === cell);

/** The scene with another object in a cell; undefined where there is no room. */
export const withObject = (
  config: WorldConfig,
  scene: Scene,
  cell: number,
  look: ObjectLook,
): Scene | undefined => possible(config, [...scene, { ...look, cell }]);

/** The scene with an object changed. If it cannot move so, it stays where it is. */
export function withChange(
  config: WorldConfig,
  scene: Scene,
  cell: number,
  change: Partial<ObjectLook>,
): Scene {
  const next = scene.map((object) => (object.cell === cell ? { ...object, ...change } : object));
  return possible(config, next) ?? scene;
}

/** The scene without the object of a cell; undefined if it is the last one. */
export const withoutObject = (config: WorldConfig, scene: Scene, cell: number): Scene | undefined =>
  possible(
    config,
    scene.filter((object) => object.cell !== cell),
  );

/**
 * The scene with an object in another cell; whatever is there changes places with it. Where the motions do
 * not allow that, these two stay still, and if need be all.
 */
export function withMove(config: WorldConfig, scene: Scene, from: number, to: number): Scene {
  if (from === to) return scene;
  const next = scene.map((object) => {
    if (object.cell === from) return { ...object, cell: to };
    return object.cell === to ? { ...object, cell: from } : object;
  });
  const still = (isStill: (object: WorldObject) => boolean) =>
    next.map((object) => (isStill(object) ? { ...object, motion: 0 } : object));
  const candidates = [next, still(({ cell }) => cell === from || cell === to), still(() => true)];
  return sortScene(candidates.find((objects) => isPossible(config, objects)) ?? scene);
}

/** The motions that an object of the scene may have. */
export const possibleMotions = (config: WorldConfig, scene: Scene, cell: number): number[] =>
  indices(config.motions.length).filter((motion) =>
    isPossible(
      config,
      scene.map((object) => (object.cell === cell ? { ...object, motion } : object)),
    ),
  );

/** The cell beside another one; undefined beyond the edge. */
export function cellBeside(
  { gridSize }: WorldConfig,
  cell: number,
  [rows, columns]: readonly [number, number],
): number | undefined {
  const row = Math.floor(cell / gridSize) + rows;
  const column = (cell % gridSize) + columns;
  const isInside = row >= 0 && row < gridSize && column >= 0 && column < gridSize;
  return isInside ? row * gridSize + column : undefined;
}

const possible = (config: WorldConfig, objects: readonly WorldObject[]): Scene | undefined =>
  isPossible(config, objects) ? sortScene(objects) : undefined;
