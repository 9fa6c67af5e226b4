/** What the training worker does, once its entry has prepared the ground. */
import { loadCheckpoints } from '../../checkpoints/shipped.ts';
import { CONNECTORS } from '../../vlm/connectors/connector.ts';
import { modelConfig } from '../../vlm/model.ts';
import { failureOf } from '../failures.ts';
import { chooseEngine, deviceLost } from './engineChoice.ts';
import type { Environment } from './environment.ts';
import { WORLD } from './plan.ts';
import type { Reply, Request } from './protocol.ts';
import { runReplica } from './replicaRun.ts';
import { type ReplicaReply, type ReplicaRequest, startReplica } from './replicaWorker.ts';
import { createRunner } from './runner.ts';

/** What this file uses of a worker's global scope; the project's types are those of a page. */
interface WorkerScope {
  postMessage(reply: Reply | ReplicaReply, transfer?: Transferable[]): void;
  close(): void;
}

/** As many pictures as the shipped models have seen. */
const LARGEST_POOL = 12288;

const scope = globalThis as unknown as WorkerScope;
const channel = new MessageChannel();
let resume = (): void => {};
channel.port1.onmessage = () => resume();

const environment: Environment = {
  startEngine: chooseEngine,
  deviceLost,
  startReplica,
  loadCheckpoints,
  sizesOf: (connector) => modelConfig(WORLD, CONNECTORS[connector]),
  largestPool: LARGEST_POOL,
  now: () => performance.now(),
  // A task of its own, so that messages of the page get their turn before it.
  breathe: () =>
    new Promise((resolve) => {
      resume = resolve;
      channel.port2.postMessage(undefined);
    }),
};

const runner = createRunner(
  { post: (reply, transfer = []) => scope.postMessage(reply, transfer) },
  environment,
);

/** Takes a message of the page, or of the worker whose second one this is. */
export function receive(request: Request | ReplicaRequest): void {
  if (request.kind === 'replicate') void replicate(request);
  else if (request.kind === 'close') scope.close();
  else runner.receive(request);
}

/** This worker was started by another one, as its replica. */
async function replicate(work: Parameters<typeof runReplica>[0]): Promise<void> {
  try {
    await runReplica(work, environment, () => scope.postMessage({ kind: 'ready' }));
  } catch (error) {
    scope.postMessage({ kind: 'failed', failure: failureOf(error) });
  }
}
