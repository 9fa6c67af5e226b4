import { release } from '../../vlm/tensor.ts';
import { type RunDescription, totalSteps } from '../description.ts';
import type { Pace } from '../pace.ts';
import { DivergedError, halfOf, type Parts, train, type TrainingState } from '../trainer.ts';
import { areFinite, chooseParts, partNames, storeParts, type StoredParts } from './parts.ts';
import { type PreparedStage, trainedParts } from './plan.ts';
import type { RunProgress } from './protocol.ts';
import type { Recorder } from './recorder.ts';
import { stateOf } from './replicaRun.ts';
import type { RunningReplica } from './replicaWorker.ts';
import type { RunContext } from './runner.ts';
import { createServer, type Server } from './serving.ts';
import { encodeSnapshot, type Snapshot } from './snapshot.ts';

/** A stage of a run, and where it begins. */
export interface StageOfRun {
  run: RunDescription;
  index: number;
  prepared: PreparedStage;
  /** The state to go on from, if it is one of this stage */
  resumed: Snapshot | undefined;
  /** What the stages before have trained */
  trained: StoredParts;
  recorder: Recorder;
  pace: Pace;
  /** Trains on the second half of every batch, if there is one */
  replica: RunningReplica | undefined;
}

/** Milliseconds between two reports, and between two saved states. */
const REPORT_EVERY = 100;
const SAVE_EVERY = 3000;

/** One stage in training. Between two steps it serves what was asked, and waits while it is paused. */
export class StageRun {
  readonly #context: RunContext;
  readonly #stage: StageOfRun;
  readonly #server: Server;
  /** The weights of the moment; they belong to the trainer until it has returned them. */
  #parameters: Parts;
  #moments: TrainingState<Parts>['moments'] | undefined;
  #step: number;
  #lastReport = -Infinity;
  #lastSave: number;
  /** Milliseconds since the last step that say nothing of the pace */
  #idle = 0;

  constructor(context: RunContext, stage: StageOfRun) {
    this.#context = context;
    this.#stage = stage;
    this.#parameters = stage.prepared.parameters;
    this.#step = stage.resumed?.step ?? 0;
    this.#lastSave = context.environment.now();
    this.#server = createServer(context, stage, {
      parameters: () => this.#parameters,
      doneSteps: () => this.#doneSteps(),
      save: () => this.save(),
    });
  }

  /** Trains to the end, true, or until stopped, false. */
  async train(): Promise<boolean> {
    const { prepared, resumed, replica } = this.#stage;
    const state = stateOf(prepared, resumed);
    const { job } = prepared;
    try {
      return await this.#follow(
        replica ? train(halfOf(job, 0), state, replica.replica) : train(job, state),
      );
    } finally {
      replica?.end();
    }
  }

  /** Posts all that is needed to go on from here. Throws a DivergedError if a number is none. */
  async save(): Promise<void> {
    const { port, mailbox, environment } = this.#context;
    const { run, index, recorder } = this.#stage;
    const moments = this.#moments && {
      first: await storeParts(this.#moments.first),
      second: await storeParts(this.#moments.second),
    };
    const parts = await this.trained();
    if (!areFinite(parts)) throw new DivergedError(this.#step);
    const bytes = encodeSnapshot({
      run,
      stageIndex: index,
      step: this.#step,
      curve: recorder.curve(),
      parts,
      ...(moments ? { moments } : {}),
    });
    const reply = { kind: 'saved' as const, id: mailbox.controlId, step: this.#doneSteps(), bytes };
    port.post(reply, [bytes.buffer]);
    this.#lastSave = environment.now();
  }

  /** Every part that the run has trained up to here, outside the engine. */
  async trained(): Promise<StoredParts> {
    const { trained, prepared } = this.#stage;
    const names = trainedParts(prepared.description);
    const chosen = Object.fromEntries(names.map((name) => [name, this.#parameters[name]]));
    const before = partNames(trained).filter((name) => !names.includes(name));
    return new Map([...chooseParts(trained, before), ...(await storeParts(chosen))]);
  }

  /** After the end: answers what is asked until the page stops the run. */
  async serveUntilStopped(): Promise<void> {
    const { mailbox } = this.#context;
    for (;;) {
      for (const request of mailbox.take()) await this.#server.serve(request);
      if (mailbox.isStopped) return;
      await mailbox.arrival();
    }
  }

  dispose(): void {
    this.#server.dispose();
    release(this.#parameters);
  }

  /** Takes over what each step makes, and serves requests between them. */
  async #follow(steps: ReturnType<typeof train>): Promise<boolean> {
    const { environment, mailbox, port } = this.#context;
    await this.#attend();
    port.post({ kind: 'loading', id: mailbox.controlId, what: 'compiling', share: 0 });
    let since = environment.now();
    while (!mailbox.isStopped) {
      const { value, done } = await steps.next();
      if (done) {
        [this.#parameters, this.#moments] = [value, undefined];
        return true;
      }
      this.#take(value.state, value.loss, (environment.now() - since - this.#idle) / 1000);
      [since, this.#idle] = [environment.now(), 0];
      await environment.breathe();
      if (environment.now() - this.#lastSave >= SAVE_EVERY) await this.save();
      await this.#attend();
    }
    return false;
  }

  #doneSteps(): number {
    return this.#stage.recorder.stepsBefore(this.#stage.index) + this.#step;
  }

  /** Takes over what a step has made, and reports it unless it did so a moment ago. */
  #take(state: TrainingState<Parts>, loss: number, seconds: number): void {
    const { environment, port, mailbox } = this.#context;
    const { run, index, recorder, pace, prepared, replica } = this.#stage;
    [this.#parameters, this.#moments, this.#step] = [state.parameters, state.moments, state.step];
    recorder.add(this.#doneSteps(), loss);
    pace.add(index, seconds);
    const { kind, steps } = prepared.description;
    const now = environment.now();
    if (now - this.#lastReport < REPORT_EVERY && state.step < steps) return;
    this.#lastReport = now;
    const secondsLeft = pace.secondsLeft(index, state.step);
    const progress: RunProgress = {
      stage: kind,
      stageIndex: index,
      step: state.step,
      steps,
      doneSteps: this.#doneSteps(),
      allSteps: totalSteps(run),
      loss: recorder.takeMean(),
      workers: replica ? 2 : 1,
      stepsPerSecond: pace.stepsPerSecond(),
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
    };
    port.post({ kind: 'progress', id: mailbox.controlId, progress });
  }

  /** Serves what has come in; while the run is paused, whatever comes in. */
  async #attend(): Promise<void> {
    const { environment, mailbox, port } = this.#context;
    let isWaiting = false;
    const before = environment.now();
    for (;;) {
      for (const request of mailbox.take()) {
        const begin = environment.now();
        await this.#server.serve(request);
        if (request.kind === 'examine' && !isWaiting) this.#idle += environment.now() - begin;
      }
      if (mailbox.isStopped || !mailbox.isPaused) break;
      if (!isWaiting) {
        isWaiting = true;
        await this.save();
        port.post({ kind: 'paused', id: mailbox.controlId });
      }
      await mailbox.arrival();
    }
    if (!isWaiting) return;
    this.#idle += environment.now() - before;
    if (!mailbox.isStopped) port.post({ kind: 'resumed', id: mailbox.controlId });
  }
}
