/**
 * Measures one training step of the language model at the sizes of the feasibility study (batch 32,
 * 16 + 48 tokens, width 64, 4 layers, 66 words):
 *
 *     node scripts/training/measureStep.ts             CPU time and wall time of a step
 *     node scripts/training/measureStep.ts --profile   and the kernels that take it
 *     node scripts/training/measureStep.ts --replicas  by two workers, each with half of the batch
 */
import { Worker, workerData } from 'node:worker_threads';
import { profiler } from '@jax-js/jax';
import { uniformSource } from '../../src/kernels/random.ts';
import { nextTokenLoss } from '../../src/train/objectives.ts';
import { replicaOver } from '../../src/train/replica.ts';
import { cosineSchedule } from '../../src/train/schedule.ts';
import { halfOf, initialState, train } from '../../src/train/trainer.ts';
import {
  type Decoder,
  decoder,
  embedTokens,
  initialDecoder,
  prefixMask,
} from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { integers, type Tensor, tensor } from '../../src/vlm/tensor.ts';

const isProfile = process.argv.includes('--profile');
const port = portToReplica();
const [BATCH, PREFIX, TEXT, STEPS, SHOWN] = [32, 16, 48, 24, 24];
const CONFIG = {
  vocabulary: 72,
  prefixLength: PREFIX,
  textLength: TEXT,
  width: 64,
  layers: 4,
  heads: 4,
  mlpWidth: 256,
};

const random = uniformSource(1);
const tokens = (length: number): Tensor => {
  const draw = () => Math.floor(random() * CONFIG.vocabulary);
  return integers(Int32Array.from({ length: BATCH * length }, draw), [BATCH, length]);
};

const job = {
  trainable: ['decoder'] as const,
  constants: [prefixMask(PREFIX, TEXT)],
  schedule: cosineSchedule(STEPS, 1e-3),
  loss: (p: { decoder: Decoder }, [mask]: Tensor[], [facts, text, weights]: Tensor[]) => {
    const prefix = embedTokens(facts, p.decoder.embedding.ref);
    const logits = decoder(prefix, text.ref, mask, p.decoder, CONFIG.heads);
    return nextTokenLoss(logits, text, weights);
  },
  batch: () => [
    tokens(PREFIX),
    tokens(TEXT),
    tensor(new Float32Array(BATCH * TEXT).fill(1), [BATCH, TEXT]),
  ],
};

await startEngine();
const state = initialState({ decoder: initialDecoder(initialiser(1), CONFIG) }, job.trainable);
const cpuTimes: number[] = [];
const wallTimes: number[] = [];
let [cpu, wall] = [process.cpuUsage(), performance.now()];
const half = workerData === null ? 0 : 1;
const steps = port ? train(halfOf(job, half), state, replicaOver(port)) : train(job, state);
for await (const { step } of steps) {
  const { user, system } = process.cpuUsage(cpu);
  if (step > 2) {
    cpuTimes.push((user + system) / 1000); // the first ones compile
    wallTimes.push(performance.now() - wall);
  }
  if (isProfile && step === STEPS - 1) profiler.startTrace();
  [cpu, wall] = [process.cpuUsage(), performance.now()];
}
const summary = (times: number[]) => {
  const sorted = times.sort((a, b) => a - b);
  return `least ${sorted[0].toFixed(0)}, median ${sorted[sorted.length >> 1].toFixed(0)} ms`;
};
port?.close();
if (workerData === null) console.log(`CPU: ${summary(cpuTimes)}; wall: ${summary(wallTimes)}`);
if (isProfile) printProfile();

/** The channel to the other replica, which this one starts, or was started by; undefined if it is alone. */
function portToReplica(): MessagePort | undefined {
  if (workerData !== null) return (workerData as { port: MessagePort }).port;
  if (!process.argv.includes('--replicas')) return undefined;
  const { port1, port2 } = new MessageChannel();
  new Worker(new URL(import.meta.url), {
    workerData: { port: port2 },
    transferList: [port2 as never],
  });
  return port1;
}

/** The kernels of the last step, the most expensive first. */
function printProfile(): void {
  const kernels = new Map<string, { time: number; count: number }>();
  for (const { duration, detail } of performance.getEntriesByType(
    'measure',
  ) as PerformanceMeasure[]) {
    const { properties } = (detail as { devtools: { properties: string[][] } }).devtools;
    const key = properties.map((pair) => pair.join('=')).join(' ');
    const { time, count } = kernels.get(key) ?? { time: 0, count: 0 };
    kernels.set(key, { time: time + duration, count: count + 1 });
  }
  const sorted = [...kernels].sort(([, a], [, b]) => b.time - a.time);
  for (const [key, { time, count }] of sorted.slice(0, SHOWN)) {
    console.log(`${time.toFixed(1)} ms ${count}x ${key.slice(0, 200)}`);
  }
}
