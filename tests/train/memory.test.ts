import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { languageRun } from '../../src/train/description.ts';
import { converse, smallEnvironment, startHere } from './runnerHarness.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use: of JavaScript, of array buffers and of WebAssembly. */
function usedMemory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

it.each([
  ['one worker', {}],
  ['two workers', { startReplica: startHere() }],
])(
  'two thousand steps of %s leave memory flat',
  async (_, changes) => {
    const early: number[] = [];
    const late: number[] = [];
    const talk = converse(smallEnvironment(changes), (reply, send) => {
      if (reply.kind === 'done') send({ kind: 'stop', id: 2 });
      if (reply.kind !== 'progress') return;
      const { step } = reply.progress;
      if (step > 500 && step <= 1000) early.push(usedMemory());
      if (step > 1500) late.push(usedMemory());
    });
    const run = languageRun({ steps: 2000, batch: 16 });
    talk.send({ kind: 'start', id: 1, run, own: [], cores: 2 });
    await talk.ended;
    expect(talk.all('failed')).toEqual([]);
    // One tensor of 250 numbers that each of a thousand steps left behind would be as much.
    expect(median(late) - median(early)).toBeLessThan(2 ** 20);
  },
  300_000,
);
