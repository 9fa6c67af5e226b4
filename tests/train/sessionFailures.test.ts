import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE_SECONDS } from '../../src/train/connection.ts';
import { TrainingError } from '../../src/train/failures.ts';
import { ownModels } from '../../src/train/ownModels.ts';
import { savedRuns } from '../../src/train/savedRuns.ts';
import { TrainingSession } from '../../src/train/session.ts';
import { storageError } from '../../src/train/storage.ts';
import {
  fullStorage,
  memoryStorage,
  microtasks,
  model,
  newSession,
  RUN,
  trainingSession,
} from './sessionFakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what goes wrong', () => {
  it('a fatal failure of the worker: a message, the last state kept, and going on from it', async () => {
    const { session, worker, workers } = await trainingSession();
    worker.saved(40);
    worker.say({ kind: 'failed', id: 1, failure: { kind: 'diverged', message: '' } });
    expect(session.state).toMatchObject({
      status: 'failed',
      failure: { kind: 'diverged' },
      savedStep: 40,
    });
    expect(worker.isTerminated).toBe(true);
    const lower = {
      ...RUN,
      stages: RUN.stages.map((stage) => ({ ...stage, peak: stage.peak / 2 })),
    };
    await session.goOn(() => lower);
    expect(workers[1].last('start')).toMatchObject({ run: lower, saved: Uint8Array.of(40) });
    expect(session.state).toMatchObject({ status: 'loading', failure: undefined });
    session.dispose();
  });

  it('a lost graphics card: going on does without it', async () => {
    const { session, worker, workers } = await trainingSession();
    worker.say({ kind: 'failed', id: 1, failure: { kind: 'lostDevice', message: '' } });
    await session.goOn();
    expect(workers[1].last('start').backend).toBe('wasm');
    session.dispose();
  });

  it('a worker that dies', async () => {
    const { session, worker } = await trainingSession();
    const asked = session.examine(1, 1);
    worker.onerror?.({ message: 'gone' } as ErrorEvent);
    expect(session.state).toMatchObject({
      status: 'failed',
      failure: { kind: 'workerDied', message: 'gone' },
    });
    await expect(asked).rejects.toMatchObject({ kind: 'workerDied' });
    session.dispose();
  });

  it('a worker that does not answer; one that is paused need not', async () => {
    const { session, worker } = await trainingSession();
    worker.say({ kind: 'paused', id: 1 });
    await vi.advanceTimersByTimeAsync(3 * PATIENCE_SECONDS * 1000);
    expect(session.state.status).toBe('paused');
    worker.say({ kind: 'resumed', id: 1 });
    await vi.advanceTimersByTimeAsync((PATIENCE_SECONDS - 2) * 1000);
    worker.progress(2); // a sign of life
    await vi.advanceTimersByTimeAsync((PATIENCE_SECONDS - 2) * 1000);
    expect(session.state.status).toBe('running');
    await vi.advanceTimersByTimeAsync(5000);
    expect(session.state).toMatchObject({ status: 'failed', failure: { kind: 'notAnswering' } });
    expect(worker.isTerminated).toBe(true);
    session.dispose();
  });

  it('a browser without workers', async () => {
    const session = new TrainingSession({
      slot: 'a',
      createWorker: () => {
        throw new TrainingError('unsupported', 'no Worker');
      },
      runs: savedRuns(memoryStorage()),
      models: ownModels(memoryStorage()),
    });
    await session.start(RUN);
    expect(session.state).toMatchObject({ status: 'failed', failure: { kind: 'unsupported' } });
    session.dispose();
  });

  it('a full storage is told, once, and the run goes on; its state stays at hand', async () => {
    const { session, worker, workers } = await trainingSession(fullStorage());
    worker.saved(1);
    await microtasks();
    expect(session.state).toMatchObject({ status: 'running', notice: { kind: 'storageFull' } });
    worker.saved(2);
    await microtasks();
    worker.onerror?.({ message: '' } as ErrorEvent);
    await session.goOn();
    expect(workers[1].last('start').saved).toEqual(Uint8Array.of(2));
    session.dispose();
  });

  it('a request that fails does not end the run', async () => {
    const { session, worker } = await trainingSession();
    const asked = session.sample([]);
    worker.say({
      kind: 'failed',
      id: worker.last('sample').id,
      failure: { kind: 'request', message: '' },
    });
    await expect(asked).rejects.toMatchObject({ kind: 'request' });
    expect(session.state.status).toBe('running');
    session.dispose();
  });
});

describe('what outlives the page', () => {
  it('a run is found again, and gone on with', async () => {
    const storage = memoryStorage();
    const { session, worker } = await trainingSession(storage);
    worker.progress(50);
    worker.saved(50);
    await microtasks();
    session.dispose(); // the page is gone

    const { session: next, workers } = newSession(storage);
    const found = await next.findSaved();
    if (!found || !('saved' in found)) throw new Error('nothing found');
    expect(found.saved).toMatchObject({ run: RUN, isDone: false, progress: { step: 50 } });
    await next.restore(found.saved);
    expect(next.state).toMatchObject({
      status: 'loading',
      savedStep: 50,
      curve: [
        [1, 1],
        [50, 0.02],
      ],
    });
    expect(workers[0].last('start')).toMatchObject({ run: RUN, saved: Uint8Array.of(50) });
    await next.forget();
    expect(await next.findSaved()).toBeUndefined();
    next.dispose();
  });

  it.each([
    ['of another version', { version: 99, run: RUN, curve: [], bytes: Uint8Array.of(1) }],
    ['corrupt', { version: 1, run: RUN, curve: [], bytes: 'lost' }],
    ['nothing of ours', 'hello'],
  ])('what is saved but %s is refused, and can be deleted', async (_, entry) => {
    const { session } = newSession(memoryStorage(new Map([['a', entry]])));
    expect(await session.findSaved()).toMatchObject({ refused: { kind: 'checkpointRefused' } });
    await session.forget();
    expect(await session.findSaved()).toBeUndefined();
    session.dispose();
  });

  it('a model that is no checkpoint does not take another one’s place', async () => {
    const models = ownModels(memoryStorage());
    const heard = vi.fn();
    const end = models.subscribe(heard);
    await models.save('mine', model);
    await expect(models.save('mine', Uint8Array.of(1, 2))).rejects.toThrow();
    expect((await models.load('mine'))?.provenance.name).toBe('mine');
    await models.remove('mine');
    expect(await models.load('mine')).toBeUndefined();
    expect(heard).toHaveBeenCalledTimes(2);
    end();
  });

  it('a storage that cannot be used says so', async () => {
    expect(storageError(new DOMException('', 'SecurityError'))).toMatchObject({ kind: 'storage' });
    const { session } = newSession({
      ...memoryStorage(),
      get: () => Promise.reject(storageError(new Error('no IndexedDB'))),
    });
    await expect(session.findSaved()).rejects.toMatchObject({ kind: 'storage' });
    session.dispose();
  });
});
