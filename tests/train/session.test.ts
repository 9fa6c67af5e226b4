import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alignmentRun } from '../../src/train/description.ts';
import { ownModels } from '../../src/train/ownModels.ts';
import { savedRuns } from '../../src/train/savedRuns.ts';
import { TrainingSession } from '../../src/train/session.ts';
import {
  memoryStorage,
  microtasks,
  model,
  newSession,
  RUN,
  trainingSession,
} from './sessionFakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a session', () => {
  it('goes from idle to done and tells what there is to show', async () => {
    const { session, workers } = newSession();
    const seen: string[] = [session.state.status];
    session.subscribe(
      () => seen.at(-1) !== session.state.status && seen.push(session.state.status),
    );
    await session.start(RUN);
    const [worker] = workers;
    expect(worker.last('start')).toMatchObject({ run: RUN, own: [], isPaused: false });
    worker.say({ kind: 'loading', id: 1, what: 'features', share: 0.5 });
    expect(session.state.loading).toEqual({ what: 'features', share: 0.5 });
    worker.progress(1);
    worker.say({ kind: 'paused', id: 2 });
    worker.say({ kind: 'resumed', id: 3 });
    worker.progress(200);
    worker.saved(200);
    worker.say({ kind: 'done', id: 3 });
    expect(seen).toEqual(['idle', 'loading', 'running', 'paused', 'running', 'done']);
    expect(session.state).toMatchObject({
      savedStep: 200,
      curve: [
        [1, 1],
        [200, 0.005],
      ],
    });
    expect(worker.isTerminated).toBe(false); // it can still be asked
    session.dispose();
    expect(worker.isTerminated).toBe(true);
  });

  it('asks what is watched, not more than one at a time, and shows the newest answer', async () => {
    const { session, worker } = await trainingSession();
    const askings = [{ scene: [], question: ['describe'] }];
    session.watch(askings);
    worker.progress(2);
    const asked = worker.requests.filter(({ kind }) => kind === 'sample');
    expect(asked).toHaveLength(1);
    worker.say({
      kind: 'sample',
      id: asked[0].id,
      sample: { step: 2, askings, answers: [['red']] },
    });
    expect(session.state.sample?.answers).toEqual([['red']]);
    worker.progress(3);
    expect(worker.requests.filter(({ kind }) => kind === 'sample')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    worker.progress(4);
    expect(worker.requests.filter(({ kind }) => kind === 'sample')).toHaveLength(2);
    session.dispose();
  });

  it('resolves a sample that another took the place of with nothing', async () => {
    const { session, worker } = await trainingSession();
    const [first, second] = [session.sample([]), session.sample([])];
    const [one, two] = worker.requests.filter(({ kind }) => kind === 'sample');
    worker.say({ kind: 'superseded', id: one.id });
    worker.say({ kind: 'sample', id: two.id, sample: { step: 1, askings: [], answers: [] } });
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ step: 1 });
    session.dispose();
  });

  it('stops in good order: state and model stay, the worker does not', async () => {
    const { session, worker } = await trainingSession();
    const stopped = session.stop();
    worker.say({ kind: 'checkpoint', id: worker.last('checkpoint').id, bytes: model });
    worker.saved(7);
    worker.say({ kind: 'stopped', id: worker.requests.at(-1)!.id });
    await stopped;
    expect(session.state).toMatchObject({ status: 'stopped', savedStep: 7 });
    expect(worker.isTerminated).toBe(true);
    expect(await session.export('x')).toBe(model);
    session.dispose();
  });

  it('stops a worker that does not answer, too', async () => {
    const { session, worker } = await trainingSession();
    const stopped = session.stop();
    await vi.advanceTimersByTimeAsync(6000);
    await stopped;
    expect(session.state.status).toBe('stopped');
    expect(worker.isTerminated).toBe(true);
    session.dispose();
  });

  it('leaves no worker behind, however often it is started', async () => {
    const { session, workers } = newSession();
    for (let count = 0; count < 5; count++) await session.start(RUN);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    await session.stop(); // while loading: at once
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
    session.dispose();
  });

  it('started twice at once, has one worker', async () => {
    const { session, workers } = newSession();
    await Promise.all([session.start(RUN), session.start(RUN)]);
    expect(workers.filter(({ isTerminated }) => !isTerminated)).toHaveLength(1);
    session.dispose();
  });

  it('trains beside another one', async () => {
    const storage = memoryStorage();
    const [a, b] = [newSession(storage, 'a'), newSession(storage, 'b')];
    await Promise.all([a.session.start(RUN), b.session.start(alignmentRun('qFormer'))]);
    a.workers[0].saved(1);
    b.workers[0].saved(2);
    await microtasks();
    const found = await Promise.all([a.session.findSaved(), b.session.findSaved()]);
    const kinds = found.map((one) => one && 'saved' in one && one.saved.run.connector);
    expect(kinds).toEqual(['mlp', 'qFormer']);
    a.session.dispose();
    b.session.dispose();
  });

  it('keeps the model among the reader’s own', async () => {
    const { session, worker } = await trainingSession();
    const models = ownModels(memoryStorage());
    const kept = new TrainingSession({
      slot: 'b',
      createWorker: () => worker,
      runs: savedRuns(memoryStorage()),
      models,
    });
    await kept.start(RUN);
    const done = kept.keepModel('mine');
    worker.say({ kind: 'checkpoint', id: worker.last('checkpoint').id, bytes: model });
    await done;
    expect(await models.list()).toMatchObject([{ name: 'mine', bytes: model.length }]);
    // … and a run may take its parts from it.
    await kept.start({ ...RUN, own: ['mine'] });
    expect(worker.last('start').own).toEqual([model]);
    await kept.start({ ...RUN, own: ['unknown'] });
    expect(kept.state.failure?.kind).toBe('ownModelMissing');
    kept.dispose();
    session.dispose();
  });
});
