import type { RandomSource } from '../kernels/random.ts';
import { pick } from './choose.ts';
import type { WorldConfig } from './config.ts';
import { type Attribute, type Description, theObject } from './question.ts';
import type { Scene, WorldObject } from './scene.ts';

/** Every way to describe an object, the fullest first. */
function descriptionsOf(config: WorldConfig, { colour, shape, size }: WorldObject): Description[] {
  const sized =
    config.sizes.length > 1
      ? [
          { size, colour, shape },
          { size, shape },
        ]
      : [];
  return [...sized, { colour, shape }, { shape }, { colour }];
}

/** A description that fits this object alone and leaves out what is asked; mostly the full one. */
export function describeOne(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  object: WorldObject,
  asked: Attribute,
): Description | undefined {
  const unique = descriptionsOf(config, object)
    .filter((description) => !(asked in description))
    .filter((description) => theObject(scene, description) !== undefined);
  if (unique.length === 0) return undefined;
  return random() < 0.6 ? unique[0] : pick(random, unique);
}

/** The shortest description that fits this object alone, as in RefCOCO; undefined if none does. */
export function referringExpression(
  config: WorldConfig,
  scene: Scene,
  object: WorldObject,
): Description | undefined {
  return descriptionsOf(config, object)
    .sort((a, b) => Object.keys(a).length - Object.keys(b).length)
    .find((description) => theObject(scene, description) === object);
}
