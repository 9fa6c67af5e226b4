import { describe, expect, it, vi } from 'vitest';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { CheckpointError } from '../../src/checkpoints/safetensors.ts';
import {
  alignmentRun,
  contrastiveRun,
  finishedRun,
  instructionRun,
  languageRun,
  type Method,
  peftRun,
  pipelineRun,
  type RunDescription,
} from '../../src/train/description.ts';
import type { Environment } from '../../src/train/worker/environment.ts';
import type { SceneAsking } from '../../src/train/worker/protocol.ts';
import { decodeSnapshot } from '../../src/train/worker/snapshot.ts';
import type { Scene } from '../../src/world/scene.ts';
import { converse, eager, smallEnvironment } from './runnerHarness.ts';

// Compiling a step takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const QUICK = { steps: 4, batch: 4 };
const SCENE: Scene = [
  { cell: 0, colour: 0, shape: 0, size: 0, motion: 0 },
  { cell: 3, colour: 1, shape: 2, size: 0, motion: 0 },
];
const ASKINGS: SceneAsking[] = [{ scene: SCENE, question: ['describe'] }];

const start = (run: RunDescription, more = {}) =>
  ({ kind: 'start', id: 1, run, own: [], ...more }) as const;

/** Runs to the end and stops; returns the conversation. */
async function runOf(run: RunDescription, environment = eager(), more = {}) {
  const talk = converse(environment, (reply, send) => {
    if (reply.kind === 'done') send({ kind: 'stop', id: 99 });
  });
  talk.send(start(run, more));
  await talk.ended;
  return talk;
}

describe('the runner', () => {
  it.each([
    ['0a', contrastiveRun('one', QUICK), ['clip']],
    ['0a with near misses', contrastiveRun('several', QUICK), ['clip']],
    ['0b', languageRun(QUICK), ['decoder']],
    ['1', alignmentRun('mlp', QUICK), ['connector']],
    ['2', instructionRun('mlp', QUICK), ['connector', 'decoder']],
    ['a finished model', finishedRun(), []],
    ...(['lora', 'adapter', 'softPrompt', 'connector', 'decoder'] as Method[]).map(
      (method) =>
        [
          method,
          peftRun(method, 'style', QUICK),
          [method === 'adapter' ? 'adapters' : method],
        ] as const,
    ),
  ] as const)('trains %s to its end', async (_, run, parts) => {
    const talk = await runOf(run);
    expect(talk.all('failed')).toEqual([]);
    expect(talk.all('done')).toHaveLength(1);
    const [{ steps }] = run.stages;
    expect(talk.all('progress').map(({ progress }) => progress.step)).toEqual(
      Array.from({ length: steps }, (__, step) => step + 1),
    );
    const { parts: trained } = decodeSnapshot(talk.all('saved').at(-1)!.bytes);
    expect(new Set([...trained.keys()].map((path) => path.split('.')[0]))).toEqual(new Set(parts));
  });

  it('trains a whole pipeline, each stage from what the one before has made', async () => {
    const whole = pipelineRun();
    const run = { ...whole, stages: whole.stages.map((stage) => ({ ...stage, ...QUICK })) };
    const talk = await runOf(
      run,
      eager({ loadCheckpoints: () => Promise.reject(new Error('none')) }),
    );
    expect(talk.all('failed')).toEqual([]);
    const progress = talk.all('progress').map((reply) => reply.progress);
    expect(progress.at(-1)).toMatchObject({ stageIndex: 4, doneSteps: 20, allSteps: 20 });
    expect(progress.at(-1)!.secondsLeft).toBe(0);
    expect(progress.at(4)!.secondsLeft).toBeGreaterThan(0);
    const { parts } = decodeSnapshot(talk.all('saved').at(-1)!.bytes);
    const names = new Set([...parts.keys()].map((path) => path.split('.')[0]));
    expect(names).toEqual(new Set(['clip', 'decoder', 'connector']));
  });

  it.each([
    ['within a stage', alignmentRun('mlp', { ...QUICK, steps: 6 })],
    [
      'in the second of two',
      {
        ...alignmentRun(),
        stages: [languageRun(QUICK), alignmentRun('mlp', QUICK)].flatMap((r) => r.stages),
      },
    ],
  ] as const)('goes on from every saved state to the same bytes: %s', async (_, run) => {
    const whole = await runOf(run);
    const saved = whole.all('saved');
    expect(saved.length).toBeGreaterThan(4);
    const again = await runOf(run, eager(), { saved: saved[saved.length >> 1].bytes });
    expect(Buffer.from(again.all('saved').at(-1)!.bytes)).toEqual(Buffer.from(saved.at(-1)!.bytes));
  });

  it('pauses, answers while paused, resumes, and stops', async () => {
    const talk = converse(eager());
    talk.send(start(alignmentRun('mlp', { ...QUICK, steps: 500 })));
    await talk.next('progress');
    talk.send({ kind: 'pause', id: 2 });
    expect((await talk.next('paused')).id).toBe(2);
    const steps = talk.all('progress').length;
    talk.send({ kind: 'sample', id: 3, askings: ASKINGS });
    const { sample } = await talk.next('sample');
    expect(sample.answers).toHaveLength(1);
    expect(sample.step).toBe(steps);
    talk.send({ kind: 'checkpoint', id: 4, what: 'whole', name: 'mine' });
    const { tensors, provenance } = decodeCheckpoint((await talk.next('checkpoint')).bytes);
    expect(provenance).toMatchObject({ name: 'mine', step: steps });
    expect([...tensors.keys()].some((path) => path.startsWith('clip.vision.'))).toBe(true);
    expect(talk.all('progress')).toHaveLength(steps);
    talk.send({ kind: 'resume', id: 5 });
    await talk.next('progress');
    talk.send({ kind: 'stop', id: 6 });
    expect((await talk.next('stopped')).id).toBe(6);
    expect(talk.replies.at(-2)!.kind).toBe('saved');
    await talk.ended;
    expect(talk.all('progress').length).toBeLessThan(500);
  });

  it('answers only the latest of several samples', async () => {
    const talk = converse(eager());
    talk.send(start(alignmentRun('mlp', QUICK), { isPaused: true }));
    await talk.next('paused');
    for (const id of [2, 3, 4]) talk.send({ kind: 'sample', id, askings: ASKINGS });
    expect((await talk.next('sample')).id).toBe(4);
    expect(talk.all('superseded').map(({ id }) => id)).toEqual([2, 3]);
    talk.send({ kind: 'stop', id: 5 });
    await talk.ended;
  });

  it('shows how alike pictures and captions are while the encoders train', async () => {
    const talk = converse(eager());
    talk.send(start(contrastiveRun('one', QUICK), { isPaused: true }));
    await talk.next('paused');
    const scenes = SCENE.map((object) => ({ scene: [object], question: ['describe'] }));
    talk.send({ kind: 'sample', id: 2, askings: scenes });
    const { similarities } = (await talk.next('sample')).sample;
    expect(similarities).toMatchObject({ rows: 2, columns: 2 });
    expect(Math.max(...similarities!.data.map(Math.abs))).toBeLessThanOrEqual(1.0001);
    talk.send({ kind: 'examine', id: 3, scenes: 2, seed: 1 });
    expect((await talk.next('failed')).failure.kind).toBe('request');
    talk.send({ kind: 'stop', id: 4 });
    await talk.ended;
  });

  it('examines the model, in the words of its task', async () => {
    const talk = converse(eager());
    talk.send(start(peftRun('lora', 'style', QUICK), { isPaused: true }));
    await talk.next('paused');
    talk.send({ kind: 'examine', id: 2, scenes: 4, seed: 1 });
    const { examined } = await talk.next('examined');
    const truths = examined.items
      .filter(({ kind }) => kind === 'yesNo')
      .map(({ truth }) => truth[0]);
    expect(new Set(truths)).toEqual(new Set(['0', '1']));
    expect(examined.scores.captions.count).toBe(4);
    expect(talk.all('examining').at(-1)!.share).toBeLessThanOrEqual(1);
    talk.send({ kind: 'stop', id: 3 });
    await talk.ended;
  });

  it('takes parts from the reader’s own models', async () => {
    const first = await runOf(languageRun(QUICK), eager());
    const own = first.all('saved').at(-1)!;
    const talk = converse(eager());
    talk.send(start(languageRun(QUICK), { isPaused: true }));
    await talk.next('paused');
    talk.send({ kind: 'checkpoint', id: 2, what: 'trained', name: 'mine' });
    const { bytes } = await talk.next('checkpoint');
    talk.send({ kind: 'stop', id: 3 });
    await talk.ended;
    const mine = await runOf(languageRun({ ...QUICK, from: 'mine' }), eager(), { own: [bytes] });
    const of = (data: Uint8Array) =>
      decodeSnapshot(data).parts.get('decoder.finalNorm.scale')!.data;
    const [fromMine, fromScratch] = [of(mine.all('saved').at(-1)!.bytes), of(own.bytes)];
    fromMine.forEach((value, index) => expect(value).toBeCloseTo(fromScratch[index], 2));
  });
});

describe('what goes wrong', () => {
  const failureOf = async (run: RunDescription, environment: Environment, more = {}) => {
    const talk = await runOf(run, environment, more);
    return talk.all('failed').at(-1)?.failure;
  };
  const run = alignmentRun('mlp', QUICK);

  it('a loss that is no number', async () => {
    const talk = await runOf(alignmentRun('mlp', { ...QUICK, peak: NaN }), smallEnvironment());
    expect(talk.all('failed').at(-1)!.failure.kind).toBe('diverged');
    // None of the states that were sent has a number that is none.
    for (const { bytes } of talk.all('saved')) {
      for (const { data } of decodeSnapshot(bytes).parts.values()) {
        expect(data.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('parameters that are no numbers are not saved as a state to go on from', async () => {
    // The first step is done before its parameters are used: its loss is still a number.
    const failure = await failureOf(
      alignmentRun('mlp', { steps: 1, batch: 4, peak: NaN }),
      eager(),
    );
    expect(failure?.kind).toBe('diverged');
  });

  it('a lost graphics card', async () => {
    const environment = smallEnvironment({
      deviceLost: () =>
        new Promise((_, reject) => setTimeout(() => reject(new Error('device lost')), 50)),
      breathe: () => new Promise((resolve) => setTimeout(resolve, 20)),
    });
    const endless = alignmentRun('mlp', { ...QUICK, steps: 10_000 });
    expect((await failureOf(endless, environment))?.kind).toBe('lostDevice');
  });

  it('exhausted memory', async () => {
    const startEngine = () =>
      Promise.reject(new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded'));
    expect((await failureOf(run, smallEnvironment({ startEngine })))?.kind).toBe('memory');
  });

  it('memory that is exhausted while a checkpoint is unpacked is no missing checkpoint', async () => {
    const loadCheckpoints: Environment['loadCheckpoints'] = () =>
      Promise.reject(new RangeError('Array buffer allocation failed'));
    expect((await failureOf(run, smallEnvironment({ loadCheckpoints })))?.kind).toBe('memory');
  });

  it('a checkpoint that cannot be had, and one that is corrupt', async () => {
    const missing = () => Promise.reject(new Error('clip.safetensors: the server answered 404'));
    expect(await failureOf(run, smallEnvironment({ loadCheckpoints: missing }))).toEqual({
      kind: 'checkpointMissing',
      message: 'clip.safetensors: the server answered 404',
    });
    const cause = new CheckpointError('the checksum is wrong');
    const corrupt = () => Promise.reject(new Error('clip.safetensors: …', { cause }));
    expect((await failureOf(run, smallEnvironment({ loadCheckpoints: corrupt })))?.kind).toBe(
      'checkpointRefused',
    );
  });

  it('a saved state that is corrupt or truncated', async () => {
    const { bytes } = (await runOf(run)).all('saved').at(-1)!;
    const corrupt = bytes.slice();
    corrupt[corrupt.length - 5] ^= 0x7f;
    for (const saved of [corrupt, bytes.slice(0, 2000), new Uint8Array(3)]) {
      expect((await failureOf(run, eager(), { saved }))?.kind).toBe('checkpointRefused');
    }
  });

  it('a question with an unknown word, which ends nothing', async () => {
    const talk = converse(eager());
    talk.send(start(run, { isPaused: true }));
    await talk.next('paused');
    talk.send({ kind: 'sample', id: 2, askings: [{ scene: SCENE, question: ['why'] }] });
    expect(await talk.next('failed')).toMatchObject({ id: 2, failure: { kind: 'request' } });
    talk.send({ kind: 'resume', id: 3 });
    await talk.next('done');
    talk.send({ kind: 'stop', id: 4 });
    await talk.ended;
  });
});
