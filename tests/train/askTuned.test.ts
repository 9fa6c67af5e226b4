import { expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { demo } from '../../src/demos/lab-ask/index.ts';
import { derive } from '../../src/demos/lab-ask/derive.ts';
import { schema } from '../../src/demos/lab-ask/state.ts';
import { modelName } from '../../src/demos/ownModelNames.ts';
import { codeOfScene } from '../../src/demos/sceneField.ts';
import { createImage } from '../../src/kernels/image.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { type Method, peftRun } from '../../src/train/description.ts';
import { CONNECTORS } from '../../src/vlm/connectors/connector.ts';
import { modelConfig } from '../../src/vlm/model.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { sceneOf } from '../../src/world/split.ts';
import { converse, smallEnvironment } from './runnerHarness.ts';

// Compiling a step takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const environment = smallEnvironment({
  sizesOf: (connector) => modelConfig(SMALL_WORLD, CONNECTORS[connector]),
  loadCheckpoints,
});
const shipped = await loadCheckpoints(demo.checkpoints ?? []);
const random = uniformSource(8);
const scenes = Array.from({ length: 4 }, () => sceneOf('test', SMALL_WORLD, random));
const METHODS: Method[] = ['lora', 'adapter', 'softPrompt', 'connector', 'decoder'];

it.each(METHODS)('lab-ask answers as the worker that tuned the model: %s', async (method) => {
  const run = peftRun(method, 'colours', { steps: 40, batch: 8 });
  const talk = converse(environment);
  talk.send({ kind: 'start', id: 1, run, own: [] });
  await talk.next('done');
  const askings = scenes.map((scene) => ({ scene, question: ['describe'] }));
  talk.send({ kind: 'sample', id: 2, askings });
  const answers = (await talk.next('sample')).sample.answers!;
  talk.send({ kind: 'checkpoint', id: 3, what: 'whole', name: modelName(run) });
  const own = decodeCheckpoint((await talk.next('checkpoint')).bytes);
  talk.send({ kind: 'stop', id: 4 });
  await talk.ended;
  const asked = (model: string) =>
    scenes.map((scene) => {
      const state = v.parse(schema, { model, scene: codeOfScene(scene) });
      const { words, absence } = derive(state, createImage(1, 1, 3), shipped, {
        kept: [],
        asked: { name: own.provenance.name, model: own },
      });
      expect(absence).toBeUndefined();
      return words.map(({ word }) => word);
    });
  // The worker's longest answer is shorter, should a model not come to an end.
  expect(asked('mine').map((words, index) => words.slice(0, answers[index].length))).toEqual(
    answers,
  );
  expect(asked('mine')).not.toEqual(asked('instruct-mlp')); // it has learned something
});
