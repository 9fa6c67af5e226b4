/**
 * Runs what a reader can start, in Node, with the core of the page's worker, and says how long it took
 * and what it brought:
 *
 *     node scripts/bench/readerRun.ts alignment|contrastive|lora|adapter|softPrompt|connector|decoder [task]
 */
import { readFileSync } from 'node:fs';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import {
  alignmentRun,
  contrastiveRun,
  type Method,
  peftRun,
  type RunDescription,
} from '../../src/train/description.ts';
import type { TaskId } from '../../src/train/tasks.ts';
import type { Environment } from '../../src/train/worker/environment.ts';
import type { Reply } from '../../src/train/worker/protocol.ts';
import { createRunner } from '../../src/train/worker/runner.ts';
import { CONNECTORS } from '../../src/vlm/connectors/connector.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { modelConfig } from '../../src/vlm/model.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';

const FOLDER = new URL('../../public/checkpoints/', import.meta.url);

const environment: Environment = {
  startEngine: async () => {
    await startEngine();
    return { name: 'wasm', reason: 'asked' };
  },
  deviceLost: () => new Promise(() => {}),
  startReplica: async () => undefined,
  loadCheckpoints: async (names) =>
    new Map(
      names.map((name) => [
        name,
        decodeCheckpoint(readFileSync(new URL(`${name}.safetensors`, FOLDER))),
      ]),
    ),
  sizesOf: (connector) => modelConfig(SMALL_WORLD, CONNECTORS[connector]),
  largestPool: 12288,
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};

function runNamed(what: string, task: string, overrides: Record<string, number>): RunDescription {
  if (what === 'alignment') return alignmentRun('mlp', overrides);
  if (what === 'contrastive') return contrastiveRun('one', overrides);
  return peftRun(what as Method, task as TaskId, overrides);
}

const seconds = (): string => {
  const { user, system } = process.cpuUsage();
  return `${(performance.now() / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} CPU s`;
};

const [what = 'alignment', task = 'style', ...settings] = process.argv.slice(2);
const overrides = Object.fromEntries(
  settings.map((text) => text.split('=')).map(([k, v]) => [k, Number(v)]),
);
const run = runNamed(what, task, overrides);
const runner = createRunner({ post: show }, environment);
runner.receive({ kind: 'start', id: 1, run, own: [] });

function show(reply: Reply): void {
  switch (reply.kind) {
    case 'progress':
      if (reply.progress.step % 25 === 0) {
        const { step, loss, stepsPerSecond, secondsLeft } = reply.progress;
        console.log(
          `${step}: ${loss.toFixed(3)}, ${stepsPerSecond.toFixed(2)}/s, ${secondsLeft?.toFixed(0)} s left`,
        );
      }
      return;
    case 'done':
      console.log(`done after ${seconds()}`);
      if (what === 'contrastive') return runner.receive({ kind: 'stop', id: 3 });
      return runner.receive({ kind: 'examine', id: 2, scenes: 96, seed: 3 });
    case 'examined': {
      const { categories, ...scores } = reply.examined.scores;
      for (const [name, { value }] of Object.entries({ ...scores, ...categories })) {
        console.log(`${name} ${value.toFixed(3)}`);
      }
      console.log(`examined after ${seconds()}`);
      return runner.receive({ kind: 'stop', id: 3 });
    }
    case 'failed':
      return console.error(reply.failure);
    case 'loading':
      if (reply.share === 0) console.log(`${reply.what} after ${seconds()}`);
      return;
    case 'ready':
    case 'saved':
      return;
  }
}
