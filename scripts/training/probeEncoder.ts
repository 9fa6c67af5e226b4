/**
 * What a linear map can still read from the image tokens, before and after each part of stage 0a:
 *
 *     node scripts/training/probeEncoder.ts     writes src/data/probe.json
 *
 * From the mean of the four tokens of an object's cell its shape and its colour are read by ridge
 * regression. Learned on training layouts, scored on test layouts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { uniformSource } from '../../src/kernels/random.ts';
import { encodeScenes, type FeaturePool } from '../../src/train/features.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { type Clip, initialClip } from '../../src/vlm/clip.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { clipConfig, modelConfig } from '../../src/vlm/model.ts';
import type { VisionEncoder } from '../../src/vlm/visionEncoder.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { sceneOf, type Split } from '../../src/world/split.ts';
import { stateFile } from './artefacts.ts';
import { ridgeRegression, type Samples } from './ridgeRegression.ts';

const WORLD = SMALL_WORLD;
const SCENES = { train: 3000, test: 1000 };
const SEED = 11;
const RESULT = new URL('../../src/data/probe.json', import.meta.url);
const config = modelConfig(WORLD);

const visionOf = (state: string): VisionEncoder =>
  readCheckpoint<{ clip: Clip }>(readFileSync(stateFile(state))).parameters.clip.vision;

const encoders: Record<string, () => VisionEncoder> = {
  random: () => initialClip(initialiser(1), clipConfig(config)).vision,
  oneObject: () => visionOf('clip-one-object'),
  hardNegatives: () => visionOf('clip'),
};

/** The image tokens of scenes of a split; the same scenes and pictures for every encoder. */
function poolOf(split: Split & keyof typeof SCENES, encoder: VisionEncoder): Promise<FeaturePool> {
  const random = uniformSource(SEED);
  const scenes = Array.from({ length: SCENES[split] }, () => sceneOf(split, WORLD, random));
  return encodeScenes(WORLD, scenes, random, encoder, config.vision);
}

/** The mean token of each object's cell, and one of the object's attributes. */
function samplesOf({ scenes, tokens, shape }: FeaturePool, attribute: 'shape' | 'colour'): Samples {
  const [patches, width] = shape;
  const side = Math.sqrt(patches);
  const perCell = side / WORLD.gridSize;
  const inputs: number[][] = [];
  const classes: number[] = [];
  scenes.forEach((scene, index) => {
    for (const object of scene) {
      const row = Math.floor(object.cell / WORLD.gridSize) * perCell;
      const column = (object.cell % WORLD.gridSize) * perCell;
      const input = new Array<number>(width).fill(0);
      for (let patch = 0; patch < perCell ** 2; patch++) {
        const at = (row + Math.floor(patch / perCell)) * side + column + (patch % perCell);
        const start = (index * patches + at) * width;
        for (let k = 0; k < width; k++) input[k] += tokens[start + k] / perCell ** 2;
      }
      inputs.push(input);
      classes.push(object[attribute]);
    }
  });
  return { inputs, classes };
}

await startEngine();
const results: Record<string, Record<'shape' | 'colour', number>> = {};
for (const [name, encoder] of Object.entries(encoders)) {
  const [train, test] = [await poolOf('train', encoder()), await poolOf('test', encoder())];
  const probe = (attribute: 'shape' | 'colour', classes: number) =>
    ridgeRegression(samplesOf(train, attribute), samplesOf(test, attribute), classes);
  results[name] = {
    shape: probe('shape', WORLD.shapes.length),
    colour: probe('colour', WORLD.colours.length),
  };
  console.log(name, results[name]);
}
const text = JSON.stringify({ world: WORLD.id, scenes: SCENES, seed: SEED, results }, null, 2);
writeFileSync(RESULT, `${text}\n`);
