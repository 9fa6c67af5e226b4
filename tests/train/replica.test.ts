import { beforeAll, expect, it } from 'vitest';
import { replicaOver } from '../../src/train/replica.ts';
import { cosineSchedule } from '../../src/train/schedule.ts';
import { halfOf, initialState, type Job, train } from '../../src/train/trainer.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { numbersOf, release, type Tensor, tensor } from '../../src/vlm/tensor.ts';

beforeAll(startEngine);

type Line = Record<'line', Tensor> & Record<'fixed', Tensor>;

/** A linear regression y = x · line + fixed on some of eight rows. */
function regression(rows: readonly number[]): Job<Line> {
  const x = (row: number, step: number) => [Math.sin(row + step), Math.cos(row * 3 - step)];
  return {
    trainable: ['line'],
    constants: [],
    schedule: cosineSchedule(20, 0.1),
    batch: (step) => [
      tensor(Float32Array.from(rows.flatMap((row) => x(row, step))), [rows.length, 2]),
      tensor(
        Float32Array.from(rows, (row) => 2 * x(row, step)[0] - x(row, step)[1]),
        [rows.length, 1],
      ),
    ],
    loss: ({ line, fixed }, _, [inputs, targets]) => {
      const error = inputs.ref
        .mul(line.reshape([1, 2]))
        .sum(1, { keepdims: true })
        .add(fixed);
      inputs.dispose();
      const difference = error.sub(targets);
      return difference.ref.mul(difference).mean();
    },
  };
}

const start = () =>
  initialState<Line>(
    {
      line: tensor(new Float32Array([0.1, 0.2]), [2]),
      fixed: tensor(new Float32Array([0]), [1]),
    },
    ['line'],
  );

async function run(
  job: Job<Line>,
  port?: MessagePort,
): Promise<{ losses: number[]; line: number[] }> {
  const steps = train(job, start(), port && replicaOver(port));
  const losses: number[] = [];
  for (;;) {
    const { value, done } = await steps.next();
    if (done) {
      const line = Array.from(await numbersOf(value.line));
      release(value);
      return { losses, line };
    }
    losses.push(value.loss);
  }
}

it('two replicas with half of the rows each end alike, and like one with all of them', async () => {
  const all = [0, 1, 2, 3, 4, 5, 6, 7];
  const whole = await run(regression(all));
  const { port1, port2 } = new MessageChannel();
  const [first, second] = await Promise.all([
    run(halfOf(regression(all), 0), port1),
    run(halfOf(regression(all), 1), port2),
  ]);
  port1.close();
  expect(second).toEqual(first);
  expect(first.losses.at(-1)!).toBeLessThan(first.losses[0]);
  whole.losses.forEach((loss, step) => expect(first.losses[step]).toBeCloseTo(loss, 5));
  whole.line.forEach((value, index) => expect(first.line[index]).toBeCloseTo(value, 5));
});
