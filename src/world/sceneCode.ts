import type { AttributeValue, WorldConfig } from './config.ts';
import { cellAfter, type Scene, sortScene, type WorldObject } from './scene.ts';

/**
 * A scene as a short text for addresses, one part an object in reading order: "0rc.3bs" is a red circle in
 * cell 0 and a blue square in cell 3. A world with several sizes adds the number of the size, one with
 * motions that of the motion: "0rc10".
 */
export const codeOfScene = (config: WorldConfig, scene: Scene): string =>
  sortScene(scene)
    .map(({ cell, colour, shape, size, motion }) =>
      [
        cell,
        letters(config.colours)[colour],
        letters(config.shapes)[shape],
        ...(config.sizes.length > 1 ? [size] : []),
        ...(config.motions.length > 1 ? [motion] : []),
      ].join(''),
    )
    .join('.');

/** The scene of such a text; undefined if it is none of this world. */
export function sceneOfCode(config: WorldConfig, code: string): Scene | undefined {
  const objects = code.split('.').map((part) => objectOf(config, part));
  if (!objects.every((object) => object !== undefined)) return undefined;
  return isPossible(config, objects) ? sortScene(objects) : undefined;
}

/** Whether objects make a scene: at least one, not too many, no two in one cell, before or after they move. */
export function isPossible(config: WorldConfig, objects: readonly WorldObject[]): boolean {
  const after = objects.map((object) => cellAfter(config, object));
  return (
    objects.length >= 1 &&
    objects.length <= config.maximumObjects &&
    new Set(objects.map(({ cell }) => cell)).size === objects.length &&
    !after.includes(undefined) &&
    new Set(after).size === objects.length
  );
}

function objectOf(config: WorldConfig, part: string): WorldObject | undefined {
  const characters = [...part];
  const [cell, colour, shape] = characters;
  const numbers = characters.slice(3);
  const take = (values: readonly AttributeValue[]) =>
    values.length > 1 ? indexOf(digits(values.length), numbers.shift()) : 0;
  const object = {
    cell: indexOf(digits(config.gridSize ** 2), cell),
    colour: indexOf(letters(config.colours), colour),
    shape: indexOf(letters(config.shapes), shape),
    size: take(config.sizes),
    motion: take(config.motions),
  };
  const isKnown = Object.values(object).every((value) => value >= 0);
  return isKnown && numbers.length === 0 ? object : undefined;
}

const indexOf = (names: readonly string[], name: string | undefined): number =>
  name === undefined ? -1 : names.indexOf(name);

const digits = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);

/** One letter for each value: the first of its word that no earlier value has. */
function letters(values: readonly AttributeValue[]): string[] {
  const taken: string[] = [];
  for (const { id } of values) taken.push([...id].find((letter) => !taken.includes(letter)) ?? id);
  return taken;
}
