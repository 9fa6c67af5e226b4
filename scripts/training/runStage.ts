import { existsSync, readFileSync } from 'node:fs';
import type { StageSettings } from '../../src/train/stages.ts';
import {
  initialState,
  type Job,
  type Parts,
  train,
  type TrainingState,
} from '../../src/train/trainer.ts';
import { readCheckpoint, writeCheckpoint } from '../../src/vlm/checkpoint.ts';
import { SPLIT_RULE } from '../../src/world/split.ts';
import { CHECKPOINTS, stateFile, writeWhole } from './artefacts.ts';

/** A stage as this script runs it. */
export interface Stage<P extends Parts> {
  name: string;
  world: string;
  settings: StageSettings;
  job: Job<P>;
  /** The parameters that it starts from */
  initial: () => P;
  /** What of the result is shipped, and the name of its file; nothing if left out */
  ships?: { name: string; part: (parameters: P) => unknown };
}

type Curve = [step: number, loss: number][];

/** Steps between two points of the curve, and between two saved states. */
const CURVE_EVERY = 20;
const SAVE_EVERY = 100;

/** Runs a stage to its end, or returns what it ended with before; saves its state now and then. */
export async function runStage<P extends Parts>(stage: Stage<P>): Promise<P> {
  const { name, job } = stage;
  const done = stateFile(name);
  if (existsSync(done)) {
    console.log(`${name}: finished before`);
    const { parameters, provenance: from } = readCheckpoint<P>(readFileSync(done));
    await ship(stage, parameters, from.curve as Curve);
    return parameters;
  }
  const { state, curve } = resume(stage);
  const begin = performance.now();
  const firstStep = state.step;
  let losses: number[] = [];
  const steps = train(job, state);
  for (;;) {
    const { value, done: isDone } = await steps.next();
    if (isDone) {
      writeWhole(done, await writeCheckpoint(value, provenance(stage, curve), 'F32'));
      await ship(stage, value, curve);
      return value;
    }
    losses.push(value.loss);
    if (value.step % CURVE_EVERY === 0) {
      curve.push([value.step, mean(losses)]);
      losses = [];
    }
    if (value.step % SAVE_EVERY === 0) {
      const milliseconds = (performance.now() - begin) / (value.step - firstStep);
      report(`${name} ${value.step}/${value.steps}`, curve, milliseconds);
      await save(stage, value.state, curve);
    }
  }
}

async function ship<P extends Parts>(stage: Stage<P>, parameters: P, curve: Curve): Promise<void> {
  if (!stage.ships) return;
  const bytes = await writeCheckpoint(
    stage.ships.part(parameters),
    provenance(stage, curve),
    'F16',
  );
  writeWhole(new URL(`${stage.ships.name}.safetensors`, CHECKPOINTS), bytes);
  console.log(`${stage.ships.name}: ${bytes.length} bytes`);
}

const unfinished = (name: string): URL => stateFile(`${name}.unfinished`);

async function save<P extends Parts>(stage: Stage<P>, state: TrainingState<P>, curve: Curve) {
  const { step, parameters, moments } = state;
  const whole = { parameters, moments };
  const bytes = await writeCheckpoint(whole, { ...provenance(stage, curve), step }, 'F32');
  writeWhole(unfinished(stage.name), bytes);
}

function resume<P extends Parts>(stage: Stage<P>): { state: TrainingState<P>; curve: Curve } {
  const file = unfinished(stage.name);
  if (!existsSync(file)) {
    return { state: initialState(stage.initial(), stage.job.trainable), curve: [] };
  }
  const { parameters, provenance: from } = readCheckpoint<Omit<TrainingState<P>, 'step'>>(
    readFileSync(file),
  );
  const wanted = JSON.stringify(provenance(stage, []).config);
  if (JSON.stringify(from.config) !== wanted) {
    throw new Error(`${stage.name} was begun with other settings; delete ${file.pathname}`);
  }
  console.log(`${stage.name}: going on from step ${from.step}`);
  return { state: { ...parameters, step: from.step ?? 0 }, curve: [...from.curve] as Curve };
}

const provenance = <P extends Parts>({ name, world, settings }: Stage<P>, curve: Curve) => ({
  name,
  config: { world, settings },
  seed: settings.seed,
  split: SPLIT_RULE,
  curve,
});

function report(what: string, curve: Curve, milliseconds: number): void {
  const loss = mean(curve.slice(-5).map(([, value]) => value));
  const cpu = process.cpuUsage();
  const seconds = Math.round((cpu.user + cpu.system) / 1e6);
  console.log(
    `${what}: loss ${loss.toFixed(4)}, ${milliseconds.toFixed(0)} ms a step, ${seconds} s CPU`,
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
