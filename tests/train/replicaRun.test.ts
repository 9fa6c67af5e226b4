import { expect, it, vi } from 'vitest';
import {
  alignmentRun,
  contrastiveRun,
  languageRun,
  type RunDescription,
} from '../../src/train/description.ts';
import { TrainingError } from '../../src/train/failures.ts';
import type { Environment } from '../../src/train/worker/environment.ts';
import { isDivided } from '../../src/train/worker/replicaRun.ts';
import type { RunningReplica } from '../../src/train/worker/replicaWorker.ts';
import { converse, eager, startHere } from './runnerHarness.ts';

// Compiling a step takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SETTINGS = { steps: 6, batch: 16 };

async function runOf(run: RunDescription, environment: Environment, more = {}) {
  const talk = converse(environment, (reply, send) => {
    if (reply.kind === 'done') send({ kind: 'stop', id: 99 });
  });
  talk.send({ kind: 'start', id: 1, run, own: [], cores: 2, ...more });
  await talk.ended;
  return talk;
}

it.each([
  ['0b', languageRun(SETTINGS)],
  ['1', alignmentRun('mlp', SETTINGS)],
])('two workers see the same rows as one, and learn nearly the same: stage %s', async (_, run) => {
  const alone = await runOf(run, eager(), { cores: 1 });
  const divided = await runOf(run, eager({ startReplica: startHere() }));
  expect(divided.all('failed')).toEqual([]);
  const workers = (talk: typeof alone) => talk.all('progress').map((r) => r.progress.workers);
  expect(workers(alone)).toEqual(Array(SETTINGS.steps).fill(1));
  expect(workers(divided)).toEqual(Array(SETTINGS.steps).fill(2));
  const losses = (talk: typeof alone) => talk.all('progress').map((r) => r.progress.loss);
  // The halves count unequally many tokens, so the mean of their means is not quite that of all.
  losses(divided).forEach((loss, step) => {
    expect(Math.abs(loss - losses(alone)[step])).toBeLessThan(0.05);
  });
});

it('a divided run goes on from a saved state to the same bytes', async () => {
  const run = alignmentRun('mlp', SETTINGS);
  const environment = () => eager({ startReplica: startHere() });
  const whole = (await runOf(run, environment())).all('saved');
  const saved = whole[whole.length >> 1].bytes;
  const again = (await runOf(run, environment(), { saved })).all('saved');
  expect(Buffer.from(again.at(-1)!.bytes)).toEqual(Buffer.from(whole.at(-1)!.bytes));
});

it('a second worker that cannot start: the run goes alone', async () => {
  const talk = await runOf(alignmentRun('mlp', SETTINGS), eager());
  expect(talk.all('failed')).toEqual([]);
  expect(talk.all('progress').at(-1)!.progress).toMatchObject({ step: SETTINGS.steps, workers: 1 });
});

it('a second worker that dies: the run fails with a message, and has its last state', async () => {
  const running: RunningReplica[] = [];
  const startReplica = startHere((one) => running.push(one));
  const talk = converse(eager({ startReplica }), (reply) => {
    if (reply.kind !== 'progress' || reply.progress.step !== 3) return;
    running[0].replica.fail(new TrainingError('workerDied', 'injected'));
  });
  const run = alignmentRun('mlp', SETTINGS);
  talk.send({ kind: 'start', id: 1, run, own: [], cores: 2 });
  await talk.ended;
  expect(talk.all('failed').at(-1)!.failure).toEqual({ kind: 'workerDied', message: 'injected' });
  expect(talk.all('saved').at(-1)!.step).toBe(3);
});

it('is divided only where two workers compute the same thing sooner', () => {
  const [{ stages }] = [alignmentRun('mlp')];
  const wasm = { name: 'wasm', reason: 'noWebgpu' } as const;
  expect(isDivided(stages[0], 2, wasm)).toBe(true);
  expect(isDivided(stages[0], 1, wasm)).toBe(false);
  expect(isDivided(stages[0], 4, { ...wasm, name: 'webgpu' })).toBe(false);
  // InfoNCE compares every picture with every caption of the batch.
  expect(isDivided(contrastiveRun().stages[0], 2, wasm)).toBe(false);
  expect(isDivided({ ...stages[0], batch: 17 }, 2, wasm)).toBe(false);
});
