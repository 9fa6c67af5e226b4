/** The worker that trains: a module worker, started by src/train/session.ts. */
import { loadCheckpoints } from '../../checkpoints/shipped.ts';
import { CONNECTORS } from '../../vlm/connectors/connector.ts';
import { modelConfig } from '../../vlm/model.ts';
import { chooseEngine, deviceLost } from './engineChoice.ts';
import { WORLD } from './plan.ts';
import type { Reply, Request } from './protocol.ts';
import { createRunner } from './runner.ts';

/** What this file uses of a worker's global scope; the project's types are those of a page. */
interface WorkerScope {
  postMessage(reply: Reply, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

/** As many pictures as the shipped models have seen. */
const LARGEST_POOL = 12288;

const scope = globalThis as unknown as WorkerScope;
const channel = new MessageChannel();
let resume = (): void => {};
channel.port1.onmessage = () => resume();

const runner = createRunner(
  { post: (reply, transfer = []) => scope.postMessage(reply, transfer) },
  {
    startEngine: chooseEngine,
    deviceLost,
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
  },
);

scope.onmessage = ({ data }) => runner.receive(data);
