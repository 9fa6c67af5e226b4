import { expect, it } from 'vitest';
import { agree, chooseEngine } from '../../src/train/worker/engineChoice.ts';
import { probeStep } from '../../src/train/worker/probe.ts';

it('without WebGPU, WebAssembly computes', async () => {
  expect(await chooseEngine(undefined)).toEqual({
    name: 'wasm',
    reason: 'noWebgpu',
  });
});

it('the probe gives the same numbers each time; others do not pass for them', async () => {
  const [first, again] = [await probeStep(), await probeStep()];
  expect(first.loss).toBeGreaterThan(0);
  expect(first.milliseconds).toBeLessThan(Infinity);
  expect(agree(again, first)).toBe(true);
  const largest = Math.max(...first.gradient.map(Math.abs));
  const changed = (by: number) => ({
    ...first,
    gradient: first.gradient.map((value, index) => (index === 5 ? value + by * largest : value)),
  });
  expect(agree(changed(5e-4), first)).toBe(true);
  expect(agree(changed(2e-3), first)).toBe(false);
  expect(agree(changed(NaN), first)).toBe(false);
  expect(agree({ ...first, loss: first.loss * 1.01 }, first)).toBe(false);
  expect(agree({ ...first, loss: NaN }, first)).toBe(false);
});
