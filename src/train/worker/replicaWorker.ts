import { type Failure, TrainingError } from '../failures.ts';
import { type Replica, replicaOver } from '../replica.ts';
import type { ReplicaWork } from './replicaRun.ts';

/** A replica at work in a worker of its own. */
export interface RunningReplica {
  replica: Replica;
  end(): void;
}

/** What the worker that trains says to the worker of its replica. */
export type ReplicaRequest =
  | (ReplicaWork & { kind: 'replicate'; port: MessagePort })
  /** It closes itself: a worker terminated just before the one that made it leaks in Chromium. */
  | { kind: 'close' };

/** What the replica's worker says. */
export type ReplicaReply = { kind: 'ready' } | { kind: 'failed'; failure: Failure };

/**
 * Starts a worker that trains on the second half of every batch; undefined if it cannot: the run then trains
 * alone. The worker lives in that of the run, and ends with it.
 */
export function startReplica(work: ReplicaWork): Promise<RunningReplica | undefined> {
  // Older browsers have workers on pages only.
  if (typeof Worker === 'undefined') return Promise.resolve(undefined);
  // This file runs in the training worker; its replica is another one of the same script.
  const worker = new Worker(globalThis.location.href, { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const replica = replicaOver(port1);
  const tell = (request: ReplicaRequest, transfer: Transferable[] = []) =>
    worker.postMessage(request, transfer);
  const end = () => {
    tell({ kind: 'close' });
    port1.close();
  };
  return new Promise((resolve) => {
    const fail = ({ kind, message }: Failure) => {
      end();
      replica.fail(new TrainingError(kind, `the second worker: ${message}`));
      console.warn('The second worker has failed:', message);
      resolve(undefined); // does nothing if it was ready before
    };
    worker.onerror = ({ message }) => fail({ kind: 'workerDied', message: message ?? '' });
    worker.onmessage = ({ data }: MessageEvent<ReplicaReply>) =>
      data.kind === 'ready' ? resolve({ replica, end }) : fail(data.failure);
    tell({ kind: 'replicate', ...work, port: port2 }, [port2]);
  });
}
