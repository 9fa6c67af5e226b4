import { encodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import type { WorkerLike } from '../../src/train/connection.ts';
import { alignmentRun } from '../../src/train/description.ts';
import { ownModels } from '../../src/train/ownModels.ts';
import { savedRuns } from '../../src/train/savedRuns.ts';
import { TrainingSession } from '../../src/train/session.ts';
import { type Storage, storageError } from '../../src/train/storage.ts';
import type { Reply, Request, RunProgress } from '../../src/train/worker/protocol.ts';

import { vi } from 'vitest';
/** What the tests train. */
export const RUN = alignmentRun();

/** A worker that says what a test lets it say. */
export class FakeWorker implements WorkerLike {
  readonly requests: Request[] = [];
  isTerminated = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;

  postMessage(request: Request): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }
  /** The newest request of a kind */
  last<Kind extends Request['kind']>(kind: Kind): Extract<Request, { kind: Kind }> {
    return this.requests.findLast((request) => request.kind === kind) as Extract<
      Request,
      { kind: Kind }
    >;
  }
  progress(step: number): void {
    const progress: RunProgress = {
      stage: 'alignment',
      stageIndex: 0,
      step,
      steps: 200,
      doneSteps: step,
      allSteps: 200,
      loss: 1 / step,
      workers: 1,
      stepsPerSecond: 5,
    };
    this.say({ kind: 'progress', id: 1, progress });
  }
  saved(step: number): void {
    this.say({ kind: 'saved', id: 1, step, bytes: Uint8Array.of(step) });
  }
}

/** A storage that forgets everything with the test. */
export const memoryStorage = (values = new Map<string, unknown>()): Storage => ({
  get: async (key) => values.get(key),
  set: async (key, value) => void values.set(key, value),
  remove: async (key) => void values.delete(key),
  entries: async () => [...values],
});

/** A storage without room. */
export const fullStorage = (): Storage => ({
  ...memoryStorage(),
  set: () => {
    throw storageError(new DOMException('full', 'QuotaExceededError'));
  },
});

/** A small model as a file. */
export const model = encodeCheckpoint({
  tensors: new Map([['connector.weight', { shape: [1], data: Float32Array.of(1) }]]),
  provenance: { name: 'mine', config: {}, seed: 1, split: '', curve: [] },
});

/** A session and the workers that it has made. */
export function newSession(storage = memoryStorage(), slot = 'a') {
  const workers: FakeWorker[] = [];
  const session = new TrainingSession({
    slot,
    createWorker: () => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    runs: savedRuns(storage),
    models: ownModels(memoryStorage()),
  });
  return { session, workers };
}

/** … that has begun to train */
export async function trainingSession(storage = memoryStorage()) {
  const made = newSession(storage);
  await made.session.start(RUN);
  const [worker] = made.workers;
  worker.say({ kind: 'ready', id: 1, backend: { name: 'wasm', reason: 'noWebgpu' } });
  worker.progress(1);
  return { ...made, worker };
}

/** Lets what has been promised come. */
export const microtasks = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
