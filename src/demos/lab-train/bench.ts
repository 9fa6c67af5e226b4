import { ownModels } from '../../train/ownModels.ts';
import type { RunDescription } from '../../train/description.ts';
import { failureOf } from '../../train/failures.ts';
import type { SavedRun } from '../../train/savedRuns.ts';
import { TrainingSession } from '../../train/session.ts';
import type { Sample } from '../../train/worker/protocol.ts';
import { modelName, partSources } from '../ownModelNames.ts';
import { isActive, type LiveRun } from './live.ts';
import { askingsOfRun } from './samples.ts';
import { SLOTS } from './slots.ts';

/** One run, or two side by side, that are started, watched and stopped together. */
export class Bench {
  readonly #sides = SLOTS.map(
    (slot) =>
      new Side(
        slot,
        () => this.#count,
        () => this.#tell(),
      ),
  );
  readonly #onChange: () => void;
  #count = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The runs that have been started, the first first. */
  get runs(): LiveRun[] {
    return this.#used().map(({ live }) => live);
  }

  /**
   * Starts runs; the sample scenes are asked about before the first step, and again and again. False, and
   * nothing is started, if they are to begin with a model of the reader's own that is not there.
   */
  async start(runs: readonly RunDescription[]): Promise<boolean> {
    // Where nothing can be stored there is no model of the reader's own.
    const models = await ownModels()
      .list()
      .catch(() => []);
    const kept = models.map(({ name }) => name);
    const complete = runs.map((run) => {
      const isMine = run.stages.some(({ from }) => from === 'mine');
      return isMine ? { ...run, own: partSources(run, kept) } : run;
    });
    if (complete.some(({ own }) => own?.length === 0)) return false;
    this.#count = runs.length;
    // A second run of before is not kept in memory.
    void Promise.all(this.#sides.slice(runs.length).map(({ session }) => session.stop()));
    await Promise.all(this.#used().map((side, index) => side.start(complete[index])));
    return true;
  }

  /** Goes on with what an earlier visit has left. */
  async restore(saved: readonly SavedRun[]): Promise<void> {
    this.#count = saved.length;
    await Promise.all(this.#used().map((side, index) => side.restore(saved[index])));
  }

  pause(): void {
    this.#used().forEach(({ session }) => session.pause());
  }

  resume(): void {
    this.#used().forEach(({ session }) => session.resume());
  }

  /** Stops what is under way, and keeps the models as they are. */
  async stop(): Promise<void> {
    await Promise.all(this.#used().map((side) => side.stop()));
  }

  /** Goes on after a stop or a failure. */
  async goOn(): Promise<void> {
    await Promise.all(this.#used().map((side) => side.goOn()));
  }

  /** What was trained, of the first run; if that is gone, the whole model as it was kept. */
  async exportTrained(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return await this.#sides[0].session.export(name, 'trained');
    } catch {
      return ownModels().file(name);
    }
  }

  /** The whole model of the first run for PyTorch; after a stop as it was kept. */
  async exportForPython(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { session } = this.#sides[0];
    const { run, status } = session.state;
    if (!run) return undefined;
    const name = modelName(run);
    const isEnded = status === 'stopped';
    const whole = await (isEnded ? ownModels().file(name) : session.export(name, 'whole'));
    // Its sizes are those of src/vlm, which brings the engine.
    const { forPython } = await import('./exportForPython.ts');
    return whole && forPython(whole, run);
  }

  dispose(): void {
    this.#sides.forEach(({ session }) => session.dispose());
  }

  #used(): readonly Side[] {
    return this.#sides.slice(0, this.#count);
  }

  #tell(): void {
    this.#onChange();
  }
}

/** One of the runs. */
class Side {
  readonly session: TrainingSession;
  readonly #onChange: () => void;
  #before: Sample | undefined;
  #wasDone = false;

  constructor(slot: string, runsAtOnce: () => number, onChange: () => void) {
    this.session = new TrainingSession({ slot, runsAtOnce });
    this.#onChange = onChange;
    this.session.subscribe(() => {
      const isDone = this.session.state.status === 'done';
      if (isDone && !this.#wasDone) void this.#keep();
      this.#wasDone = isDone;
      onChange();
    });
  }

  get live(): LiveRun {
    return { ...this.session.state, before: this.#before };
  }

  async start(run: RunDescription): Promise<void> {
    const askings = askingsOfRun(run);
    this.#before = undefined;
    this.session.watch([]);
    await this.session.start(run, { isPaused: true });
    await this.#once('paused');
    this.#before = await this.session.sample(askings).catch(() => undefined);
    this.#onChange();
    this.session.watch(askings);
    this.session.resume();
  }

  async restore(saved: SavedRun): Promise<void> {
    this.#before = undefined;
    this.session.watch(askingsOfRun(saved.run));
    await this.session.restore(saved);
  }

  async stop(): Promise<void> {
    if (!isActive(this.live)) return;
    if (this.session.state.status !== 'loading') await this.#keep();
    await this.session.stop();
  }

  async goOn(): Promise<void> {
    const hasDiverged = this.session.state.failure?.kind === 'diverged';
    await this.session.goOn(hasDiverged ? withHalfThePeak : undefined);
  }

  /** Puts the whole model among the reader's own; what fails is said, and ends nothing. */
  async #keep(): Promise<void> {
    const { run } = this.session.state;
    try {
      if (run) await this.session.keepModel(modelName(run), 'whole');
    } catch (error) {
      console.error(failureOf(error));
    }
  }

  /** Resolves when the session has a status, or has ended otherwise. */
  #once(status: LiveRun['status']): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        const now = this.session.state.status;
        if (now !== status && now !== 'failed' && now !== 'stopped') return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.session.subscribe(check);
      check();
    });
  }
}

const withHalfThePeak = (run: RunDescription): RunDescription => ({
  ...run,
  stages: run.stages.map((stage) => ({ ...stage, peak: stage.peak / 2 })),
});
