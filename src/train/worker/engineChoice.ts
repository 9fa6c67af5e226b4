import { defaultDevice, getWebGPUDevice, init } from '@jax-js/jax';
import { startEngine } from '../../vlm/engine.ts';
import { TrainingError } from '../failures.ts';
import type { Backend, BackendName } from './protocol.ts';
import { type ProbeResult, probeStep } from './probe.ts';

/** How far apart the two may be, relative to the largest number. */
const TOLERANCE = 1e-3;

/** WebGPU is given up if its probe, compilation included, takes so many times as long as the other's. */
const PATIENCE = 3;
const MOST_PATIENCE = 8000; // milliseconds

/**
 * Starts what computes: WebGPU if there is one that gives the same loss and gradient as WebAssembly, and
 * sooner; else WebAssembly.
 */
export async function chooseEngine(asked: BackendName | undefined): Promise<Backend> {
  try {
    await startEngine();
  } catch (error) {
    throw new TrainingError('unsupported', String(error), { cause: error });
  }
  const wasm = (reason: Backend['reason'], milliseconds?: Backend['milliseconds']): Backend => {
    defaultDevice('wasm');
    stopWebgpu?.();
    return { name: 'wasm', reason, ...(milliseconds ? { milliseconds } : {}) };
  };
  if (asked === 'wasm') return wasm('asked');
  try {
    if (!(await startWebgpu())) return wasm('noWebgpu');
    if (asked === 'webgpu') {
      defaultDevice('webgpu');
      return { name: 'webgpu', reason: 'asked' };
    }
    const begin = performance.now();
    const reference = await probeStep();
    const patience = Math.min(PATIENCE * (performance.now() - begin), MOST_PATIENCE);
    defaultDevice('webgpu');
    const result = await withPatience(probeStep(), patience);
    const milliseconds = { wasm: reference.milliseconds, webgpu: result.milliseconds };
    if (!agree(result, reference)) return wasm('webgpuWrong', milliseconds);
    if (result.milliseconds >= reference.milliseconds) return wasm('webgpuSlower', milliseconds);
    return { name: 'webgpu', reason: 'webgpuFaster', milliseconds };
  } catch (error) {
    console.warn('WebGPU is not used:', error);
    return wasm(error instanceof SlowError ? 'webgpuSlower' : 'webgpuFailed');
  }
}

/** Rejects when the graphics card is lost; without one in use it never settles. */
export function deviceLost(): Promise<never> {
  return new Promise((_, reject) => {
    onLoss = (message) => reject(new TrainingError('lostDevice', message));
  });
}

let onLoss: (message: string) => void = () => {};

async function startWebgpu(): Promise<boolean> {
  if (!('gpu' in navigator)) return false;
  if (!(await init('webgpu')).includes('webgpu')) return false;
  const device = getWebGPUDevice();
  void device.lost.then(({ reason, message }) => {
    if (reason !== 'destroyed') onLoss(message);
  });
  stopWebgpu = () => device.destroy();
  return true;
}

/** Frees the graphics card, and ends a probe that is still at work. */
let stopWebgpu: (() => void) | undefined;

class SlowError extends Error {}

function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const slow = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new SlowError()), milliseconds);
  });
  return Promise.race([work, slow]);
}

/** Whether two probes have the same loss and gradient. */
export function agree(result: ProbeResult, reference: ProbeResult): boolean {
  const scale = Math.max(...reference.gradient.map(Math.abs));
  return (
    Math.abs(result.loss - reference.loss) <= TOLERANCE * Math.abs(reference.loss) &&
    result.gradient.length === reference.gradient.length &&
    result.gradient.every(
      (value, index) => Math.abs(value - reference.gradient[index]) <= TOLERANCE * scale,
    )
  );
}
