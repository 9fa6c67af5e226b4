import type { RandomSource } from '../kernels/random.ts';
import type { WorldConfig } from '../world/config.ts';
import { imageSize, pixelsOf, randomRendering } from '../world/drawing.ts';
import type { Scene } from '../world/scene.ts';
import { compile } from '../vlm/compile.ts';
import { share, type Tensor, tensor } from '../vlm/tensor.ts';
import type { VisionConfig, VisionEncoder } from '../vlm/visionEncoder.ts';
import { visionEncoder } from '../vlm/visionEncoder.ts';

/** Scenes, and what a frozen vision encoder makes of a picture of each: computed once, read many times. */
export interface FeaturePool {
  scenes: readonly Scene[];
  /** [scenes × N × D] */
  tokens: Float32Array;
  /** [N, D] */
  shape: readonly [number, number];
}

/** Images in one pass of the encoder. */
const BATCH = 64;

/** A picture of each scene, one after the other, [B × H × W × 3]: a random one, or the plain one. */
export function pictures(
  config: WorldConfig,
  scenes: readonly Scene[],
  random?: RandomSource,
): Float32Array<ArrayBuffer> {
  const size = imageSize(config) ** 2 * 3;
  const pixels = new Float32Array(scenes.length * size);
  scenes.forEach((scene, index) =>
    pixels.set(
      pixelsOf(config, scene, random && randomRendering(scene, random)).data,
      index * size,
    ),
  );
  return pixels;
}

/**
 * The image tokens of one random picture of each scene, of the plain one without a source of random
 * numbers; the encoder stays alive. `onBatch` is called with how many are done.
 */
export async function encodeScenes(
  world: WorldConfig,
  scenes: readonly Scene[],
  random: RandomSource | undefined,
  encoder: VisionEncoder,
  config: VisionConfig,
  onBatch?: (done: number) => Promise<void>,
): Promise<FeaturePool> {
  const size = imageSize(world);
  const patches = (size / config.patchSize) ** 2;
  const length = patches * config.width;
  const tokens = new Float32Array(scenes.length * length);
  const forward = compile((images: Tensor, parameters: VisionEncoder) =>
    visionEncoder(images, parameters, config.heads, config.patchSize),
  );
  for (let start = 0; start < scenes.length; start += BATCH) {
    const some = scenes.slice(start, start + BATCH);
    const pixels = new Float32Array(BATCH * size * size * 3); // always a full batch: one compilation
    pixels.set(pictures(world, some, random));
    const output = forward(tensor(pixels, [BATCH, size, size, 3]), share(encoder));
    const numbers = (await output.data()) as Float32Array;
    tokens.set(numbers.subarray(0, some.length * length), start * length);
    await onBatch?.(start + some.length);
  }
  forward.dispose();
  return { scenes, tokens, shape: [patches, config.width] };
}

/** The tokens of some scenes of a pool, [B × N × D]. */
export function takeFeatures(pool: FeaturePool, chosen: readonly number[]): Tensor {
  const [patches, width] = pool.shape;
  const length = patches * width;
  const data = new Float32Array(chosen.length * length);
  chosen.forEach((scene, index) =>
    data.set(pool.tokens.subarray(scene * length, (scene + 1) * length), index * length),
  );
  return tensor(data, [chosen.length, patches, width]);
}
