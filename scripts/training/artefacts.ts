import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { uniformSource } from '../../src/kernels/random.ts';
import { encodeScenes, type FeaturePool } from '../../src/train/features.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import type { Clip } from '../../src/vlm/clip.ts';
import type { Decoder } from '../../src/vlm/decoder.ts';
import type { ModelConfig, Reader } from '../../src/vlm/model.ts';
import type { VisionEncoder } from '../../src/vlm/visionEncoder.ts';
import type { WorldConfig } from '../../src/world/config.ts';
import { sceneOf } from '../../src/world/split.ts';

const ROOT = new URL('../../', import.meta.url);

/** Unfinished and finished states, in float32; not part of the repository. */
export const STATES = new URL('node_modules/.cache/patchwork-training/', ROOT);

/** What the site ships, in float16. */
export const CHECKPOINTS = new URL('public/checkpoints/', ROOT);

/** A file of the states; a checkpoint name is a stage's name. */
export const stateFile = (name: string): URL => new URL(`${name}.safetensors`, STATES);

/** Writes a file so that it is there whole or not at all, even if the program is stopped. */
export function writeWhole(file: URL, bytes: Uint8Array): void {
  const unfinished = new URL(`${file.href}.part`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, file);
}

const finished = <P>(name: string): P =>
  readCheckpoint<P>(readFileSync(stateFile(name))).parameters;

export const loadVision = (): VisionEncoder => finished<{ clip: Clip }>('clip').clip.vision;
export const loadDecoder = (): Decoder => finished<{ decoder: Decoder }>('language').decoder;
export const loadReader = (name: string): Reader & Record<string, unknown> => finished(name);

/** Scenes in the pool of stages 1 and 2; more than there are layouts, so most come in several pictures. */
const POOL_SIZE = 12288;

/** Pictures of training layouts as the frozen encoder sees them. */
export function trainingPool(
  world: WorldConfig,
  config: ModelConfig,
  encoder: VisionEncoder,
): Promise<FeaturePool> {
  const random = uniformSource(6);
  const scenes = Array.from({ length: POOL_SIZE }, () => sceneOf('train', world, random));
  return encodeScenes(world, scenes, random, encoder, config.vision);
}
