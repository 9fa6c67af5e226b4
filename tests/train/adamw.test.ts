import { beforeAll, expect, it } from 'vitest';
import { ADAMW, adamw, initialMoments } from '../../src/train/adamw.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { numbersOf, share, tensor } from '../../src/vlm/tensor.ts';
import { expectClose } from '../kernels/golden.ts';

beforeAll(startEngine);

/** AdamW as the paper's algorithm 2 writes it, one number at a time, after clipping. */
function reference(parameters: number[], gradients: number[][], rate: number): number[] {
  const { beta1, beta2, weightDecay, clipNorm } = ADAMW;
  const first = parameters.map(() => 0);
  const second = parameters.map(() => 0);
  return gradients.reduce((theta, gradient, index) => {
    const step = index + 1;
    const norm = Math.hypot(...gradient);
    const clip = Math.min(1, clipNorm / norm);
    return theta.map((value, i) => {
      first[i] = beta1 * first[i] + (1 - beta1) * clip * gradient[i];
      second[i] = beta2 * second[i] + (1 - beta2) * (clip * gradient[i]) ** 2;
      const mean = first[i] / (1 - beta1 ** step);
      const deviation = Math.sqrt(second[i] / (1 - beta2 ** step));
      return value - rate * (mean / (deviation + 1e-8) + weightDecay * value);
    });
  }, parameters);
}

it.each([
  ['short gradients, which are left', 0.1],
  ['long gradients, which are clipped', 10],
])('AdamW equals its algorithm: %s', async (_, size) => {
  const start = [0.5, -1, 2, 0.25];
  const gradients = [1, 2, 3, 4, 5].map((step) =>
    start.map((__, index) => size * Math.sin(step * (index + 1))),
  );
  let parameters = { a: tensor(Float32Array.from(start), [2, 2]) };
  let moments = initialMoments(parameters);
  for (const [index, gradient] of gradients.entries()) {
    const unbias = (beta: number) => 1 - beta ** (index + 1);
    const schedule = Float32Array.of(0.01, unbias(ADAMW.beta1), unbias(ADAMW.beta2));
    const next = adamw(
      parameters,
      { a: tensor(Float32Array.from(gradient), [2, 2]) },
      moments,
      tensor(schedule, [3]),
    );
    ({ parameters, moments } = next);
  }
  expectClose(await numbersOf(share(parameters).a), reference(start, gradients, 0.01), 'θ', 1e-5);
  expect(parameters.a.shape).toEqual([2, 2]);
});
