import { compile, withGradient } from '../vlm/compile.ts';
import { numbersOf, release, share, type Tensor, tensor } from '../vlm/tensor.ts';
import { ADAMW, adamw, type AdamwOptions, initialMoments, type Moments } from './adamw.ts';
import { meanWith, type Replica } from './replica.ts';
import { learningRate, type Schedule } from './schedule.ts';

/** Named trees of parameters, such as { connector, decoder }. */
export type Parts = Record<string, unknown>;

/** Everything that a run of training needs. */
export interface Job<P extends Parts> {
  /** The loss of a batch; consumes its arguments. Pure: jit runs it once and keeps what it did. */
  loss: (parameters: P, constants: Tensor[], batch: Tensor[]) => Tensor;
  /** The parts that are changed; the others are frozen: they stay bit-identical. */
  trainable: readonly (keyof P & string)[];
  /** Masks and the like: arguments rather than closures, for jit keeps what a closure held. */
  constants: Tensor[];
  /** The batch of a step; a function of the step alone, so that a run can be resumed. */
  batch: (step: number) => Tensor[];
  schedule: Schedule;
  options?: AdamwOptions;
}

/** Where a run stands: what must be stored to resume it. */
export interface TrainingState<P extends Parts> {
  /** Steps done */
  step: number;
  parameters: P;
  /** Of the trainable parts */
  moments: Moments<Partial<P>>;
}

/** What a run reports after each step. The state belongs to the run; copy it to keep it. */
export interface Progress<P extends Parts> {
  step: number;
  steps: number;
  loss: number;
  state: TrainingState<P>;
}

/** The loss is no longer a number; the parameters of the step before are gone with it. */
export class DivergedError extends Error {
  readonly step: number;

  constructor(step: number) {
    super(`the loss of step ${step} is not a number`);
    this.name = 'DivergedError';
    this.step = step;
  }
}

/** The state before the first step; takes the parameters over. */
export function initialState<P extends Parts>(
  parameters: P,
  trainable: readonly (keyof P & string)[],
): TrainingState<P> {
  return { step: 0, parameters, moments: initialMoments(partsOf(parameters, trainable)) };
}

/**
 * Trains from a state, which it takes over, until the schedule ends; returns the parameters.
 * Yields after each step; whoever stops iterating stops the training and frees the state.
 * With a replica, which trains from the same state on other batches, each step takes the mean of both
 * gradients: two workers do one batch sooner (docs/vlm-training.md), and both end with the same parameters.
 */
export async function* train<P extends Parts>(
  job: Job<P>,
  from: TrainingState<P>,
  replica?: Replica,
): AsyncGenerator<Progress<P>, P> {
  const { schedule, batch, constants } = job;
  const update = replica ? compileHalves(job, replica) : compileStep(job);
  const state = { ...from };
  let isDone = false;
  try {
    while (state.step < schedule.steps) {
      const [loss, parameters, moments] = await update(
        state.parameters,
        state.moments,
        scheduleTensor(job, state.step),
        share(constants),
        batch(state.step),
      );
      Object.assign(state, { parameters, moments, step: state.step + 1 });
      const [value] = await numbersOf(loss);
      loss.dispose();
      if (!Number.isFinite(value)) throw new DivergedError(state.step);
      yield { step: state.step, steps: schedule.steps, loss: value, state };
    }
    isDone = true;
    return state.parameters;
  } finally {
    release(state.moments);
    if (!isDone) release(state.parameters);
    release(constants);
    update.dispose();
  }
}

/**
 * The same job on the first or the second half of every batch's rows, for two replicas. Its loss is to be
 * a mean over rows or their tokens: that of pairs of rows (InfoNCE) needs the whole batch.
 */
export const halfOf = <P extends Parts>(job: Job<P>, half: 0 | 1): Job<P> => ({
  ...job,
  batch: (step) =>
    job.batch(step).map((rows) => {
      const middle = rows.shape[0] / 2;
      return rows.slice([half * middle, (half + 1) * middle]); // [B / 2 × …]
    }),
});

type StepInputs<P extends Parts> = [P, Moments<Partial<P>>, Tensor, Tensor[], Tensor[]];
type StepOutputs<P extends Parts> = [Tensor, P, Moments<Partial<P>>];

/** One step: parameters, moments, schedule, constants and batch to loss, parameters and moments. */
interface Step<P extends Parts> {
  (...inputs: StepInputs<P>): StepOutputs<P> | Promise<StepOutputs<P>>;
  dispose(): void;
}

/** One step, compiled: loss, gradient, AdamW. */
function compileStep<P extends Parts>({ loss, trainable, options = ADAMW }: Job<P>): Step<P> {
  return compile((parameters, moments, schedule, constants, batch) => {
    const frozen = withoutParts(parameters, trainable);
    const chosen = partsOf(parameters, trainable);
    const lossOf = (changed: Partial<P>, fixed: Partial<P>) =>
      loss({ ...changed, ...fixed } as P, constants, batch);
    const [value, gradients] = withGradient(lossOf)(share(chosen), share(frozen));
    const next = adamw(chosen, gradients, moments, schedule, options);
    return [value, { ...frozen, ...next.parameters } as P, next.moments];
  });
}

/** One step in two compiled halves, the gradient and AdamW; between them the replicas swap gradients. */
function compileHalves<P extends Parts>(
  { loss, trainable, options = ADAMW }: Job<P>,
  replica: Replica,
): Step<P> {
  const gradient = compile((parameters: P, constants: Tensor[], batch: Tensor[]) => {
    const lossOf = (changed: Partial<P>, fixed: Partial<P>) =>
      loss({ ...changed, ...fixed } as P, constants, batch);
    return withGradient(lossOf)(
      partsOf(parameters, trainable),
      withoutParts(parameters, trainable),
    );
  });
  const update = compile(
    (chosen: Partial<P>, gradients: Partial<P>, moments: Moments<Partial<P>>, schedule: Tensor) =>
      adamw(chosen, gradients, moments, schedule, options),
  );
  const step = async (...[parameters, moments, schedule, constants, batch]: StepInputs<P>) => {
    const mine = gradient(share(parameters), constants, batch);
    const [value, gradients] = await meanWith(replica, mine);
    const chosen = partsOf(parameters, trainable);
    const next = update(chosen, gradients as Partial<P>, moments, schedule);
    return [value, { ...parameters, ...next.parameters }, next.moments] as StepOutputs<P>;
  };
  const dispose = () => [gradient, update].forEach((compiled) => compiled.dispose());
  return Object.assign(step, { dispose });
}

function scheduleTensor<P extends Parts>({ schedule, options = ADAMW }: Job<P>, step: number) {
  const rate = learningRate(schedule, step);
  const unbias = (beta: number) => 1 - beta ** (step + 1);
  return tensor(new Float32Array([rate, unbias(options.beta1), unbias(options.beta2)]), [3]);
}

const partsOf = <P extends Parts>(parameters: P, names: readonly string[]): Partial<P> =>
  Object.fromEntries(names.map((name) => [name, parameters[name]])) as Partial<P>;

const withoutParts = <P extends Parts>(parameters: P, names: readonly string[]): Partial<P> =>
  Object.fromEntries(
    Object.entries(parameters).filter(([name]) => !names.includes(name)),
  ) as Partial<P>;
