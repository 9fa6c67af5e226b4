import type { RandomSource } from '../kernels/random.ts';
import { indices, pick, wholeNumber } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { type Scene, sortScene, type WorldObject } from '../world/scene.ts';

/** A scene that differs in one thing: a colour, a shape, a place, or which of two objects has which colour. */
export function hardNegative(config: WorldConfig, scene: Scene, random: RandomSource): Scene {
  const index = wholeNumber(random, scene.length);
  const object = scene[index];
  const others = scene.filter((other) => other.colour !== object.colour);
  switch (wholeNumber(random, 4)) {
    case 0:
      return replace(scene, index, { shape: otherOf(random, config.shapes.length, object.shape) });
    case 1: {
      const free = freeCells(config, scene);
      if (free.length > 0) return replace(scene, index, { cell: pick(random, free) });
      break;
    }
    case 2: {
      if (others.length === 0) break;
      const other = pick(random, others);
      const swapped = replace(scene, scene.indexOf(other), { colour: object.colour });
      return replace(swapped, index, { colour: other.colour });
    }
  }
  return replace(scene, index, { colour: otherOf(random, config.colours.length, object.colour) });
}

const replace = (scene: Scene, index: number, change: Partial<WorldObject>): Scene =>
  sortScene(scene.map((object, at) => (at === index ? { ...object, ...change } : object)));

const freeCells = ({ gridSize }: WorldConfig, scene: Scene): number[] =>
  indices(gridSize * gridSize).filter((cell) => scene.every((object) => object.cell !== cell));

const otherOf = (random: RandomSource, count: number, value: number): number =>
  (value + 1 + wholeNumber(random, count - 1)) % count;
