import type { CheckpointFile } from '../../src/checkpoints/checkpointFile.ts';
import { replicaOver } from '../../src/train/replica.ts';
import type { Environment } from '../../src/train/worker/environment.ts';
import { storeParts } from '../../src/train/worker/parts.ts';
import type { Reply, Request } from '../../src/train/worker/protocol.ts';
import { runReplica } from '../../src/train/worker/replicaRun.ts';
import type { RunningReplica } from '../../src/train/worker/replicaWorker.ts';
import { createRunner } from '../../src/train/worker/runner.ts';
import { initialClip } from '../../src/vlm/clip.ts';
import { CONNECTORS, initialConnector } from '../../src/vlm/connectors/connector.ts';
import { initialDecoder } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { clipConfig, type ModelConfig, modelConfig } from '../../src/vlm/model.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';

/** Sizes that train in no time. */
export function smallSizes(connector: keyof typeof CONNECTORS = 'mlp'): ModelConfig {
  const full = modelConfig(SMALL_WORLD, CONNECTORS[connector]);
  const small = { width: 16, heads: 2, layers: 1, mlpWidth: 16 };
  return {
    ...full,
    vision: { ...full.vision, ...small },
    text: { ...full.text, ...small },
    decoder: { ...full.decoder, ...small },
  };
}

/** Untrained models in the place of the shipped ones. */
async function smallCheckpoint(name: string): Promise<CheckpointFile> {
  const config = smallSizes();
  const init = initialiser(7);
  const parts: Record<string, () => unknown> = {
    clip: () => initialClip(init, clipConfig(config)),
    decoder: () => initialDecoder(init, config.decoder),
    connector: () => initialConnector(init, config.connector, 16, 16),
  };
  const held =
    name === 'clip' ? ['clip'] : name === 'language' ? ['decoder'] : ['connector', 'decoder'];
  const tensors = await storeParts(Object.fromEntries(held.map((part) => [part, parts[part]()])));
  return { tensors, provenance: { name, config: {}, seed: 7, split: '', curve: [] } };
}

/** A place to run for tests; `changes` break it. */
export const smallEnvironment = (changes: Partial<Environment> = {}): Environment => ({
  startEngine: async () => {
    await startEngine();
    return { name: 'wasm', reason: 'asked' };
  },
  deviceLost: () => new Promise(() => {}),
  startReplica: async () => undefined,
  loadCheckpoints: async (names) =>
    new Map(
      await Promise.all(names.map(async (name) => [name, await smallCheckpoint(name)] as const)),
    ),
  sizesOf: smallSizes,
  largestPool: 32,
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  ...changes,
});

/** … where every report and every saved state comes at once, so that a test sees each step. */
export const eager = (changes: Partial<Environment> = {}): Environment => {
  let time = 0;
  return smallEnvironment({ now: () => (time += 1000), ...changes });
};

type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** A runner whose replies are kept; `on` may answer each of them with a request. */
export function converse(
  environment: Environment,
  on: (reply: Reply, send: (request: Request) => void) => void = () => {},
) {
  const replies: Reply[] = [];
  const waiting: { kind: Reply['kind']; resolve: (reply: never) => void }[] = [];
  const runner = createRunner(
    {
      post: (reply) => {
        replies.push(reply);
        for (const one of waiting.filter(({ kind }) => kind === reply.kind)) {
          one.resolve(reply as never);
          waiting.splice(waiting.indexOf(one), 1);
        }
        on(reply, runner.receive);
      },
    },
    environment,
  );
  return {
    replies,
    ended: runner.ended,
    send: runner.receive,
    all: <Kind extends Reply['kind']>(kind: Kind) =>
      replies.filter((reply): reply is ReplyOf<Kind> => reply.kind === kind),
    /** The next reply of a kind, from now on */
    next: <Kind extends Reply['kind']>(kind: Kind) =>
      new Promise<ReplyOf<Kind>>((resolve) => waiting.push({ kind, resolve: resolve as never })),
  };
}

/** A second "worker" in this one; `watch` may break it. */
export const startHere =
  (watch: (running: RunningReplica) => void = () => {}): Environment['startReplica'] =>
  (work) => {
    const { port1, port2 } = new MessageChannel();
    const running = { replica: replicaOver(port1), end: () => port1.close() };
    watch(running);
    return new Promise((resolve) => {
      void runReplica({ ...work, port: port2 }, smallEnvironment(), () => resolve(running));
    });
  };
