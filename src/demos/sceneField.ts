import * as v from 'valibot';
import { uniformSource } from '../kernels/random.ts';
import { SMALL_WORLD, type WorldConfig } from '../world/config.ts';
import { randomScene, type Scene } from '../world/scene.ts';
import * as code from '../world/sceneCode.ts';
import type { FieldDomain } from './fields.ts';

/** A red circle, a green triangle, a blue square. */
export const DEFAULT_SCENE = '0rc.1gt.3bs';

/**
 * A scene that the reader composes, as a text like "0rc.3bs" (src/world/sceneCode.ts), in the order in
 * which it is always written. Anything that is no scene of the world falls back to the default.
 */
export const sceneField = (config: WorldConfig = SMALL_WORLD, fallback: string = DEFAULT_SCENE) => {
  const scene = (index: number) => codeOfScene(randomScene(config, uniformSource(index)), config);
  return v.fallback(
    v.pipe(
      v.string(),
      v.check((text) => code.sceneOfCode(config, text) !== undefined),
      v.transform((text) => codeOfScene(sceneOfCode(config, text), config)),
      v.metadata<string, { domain: FieldDomain }>({ domain: { kind: 'scene', scene } }),
    ),
    fallback,
  );
};

/** The scene that a field of this world holds. Throws a RangeError for a text that is none. */
export function sceneOfCode(config: WorldConfig, text: string): Scene {
  const scene = code.sceneOfCode(config, text);
  if (!scene) throw new RangeError(`"${text}" is no scene of the world ${config.id}`);
  return scene;
}

/** What a field of this world holds for a scene. */
export const codeOfScene = (scene: Scene, config: WorldConfig = SMALL_WORLD): string =>
  code.codeOfScene(config, scene);
