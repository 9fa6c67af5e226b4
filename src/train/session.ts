import { connect, type Connection, type WorkerLike } from './connection.ts';
import type { RunDescription } from './description.ts';
import { type Failure, failureOf, TrainingError } from './failures.ts';
import { ownModels, type OwnModels } from './ownModels.ts';
import { type FoundRun, type SavedRun, savedRuns, type SavedRuns } from './savedRuns.ts';
import { createSaver, type Saver } from './saver.ts';
import { afterEnd, afterReply, IDLE, type SessionState } from './sessionState.ts';
import type {
  BackendName,
  CheckpointContent,
  Examined,
  Reply,
  Sample,
  SceneAsking,
} from './worker/protocol.ts';

export type { SessionState, SessionStatus } from './sessionState.ts';

/** What a session is made of; a test brings its own. */
export interface SessionOptions {
  /** The name under which the run is saved: one a place in the book, one a side where two run side by side */
  slot: string;
  /** How many runs the page trains at once, this one among them; 1 if left out */
  runsAtOnce?: () => number;
  createWorker?: () => WorkerLike;
  runs?: SavedRuns;
  models?: OwnModels;
}

/** Milliseconds between two samples of what is watched, … */
const SAMPLE_EVERY = 1500;

/** … and how many times as long as one takes: answering takes its time from training. */
const SAMPLE_SHARE = 9;

/** Milliseconds that a run may take to stop in good order. */
const STOP_PATIENCE = 5000;

/** What the last probe of this page chose: the next run need not probe again. */
let knownBackend: BackendName | undefined;

const createTrainingWorker = (): WorkerLike => {
  if (typeof Worker === 'undefined') throw new TrainingError('unsupported', 'no Worker');
  return new Worker(new URL('./worker/trainingWorker.ts', import.meta.url), { type: 'module' });
};

/** A run of training in a worker of its own: start it, watch it, ask it. Knows no framework. */
export class TrainingSession {
  readonly #createWorker: () => WorkerLike;
  readonly #runsAtOnce: () => number;
  readonly #models: OwnModels;
  readonly #saver: Saver;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = IDLE;
  #connection: Connection | undefined;
  /** Counts what was begun and ended, so that what comes late can tell */
  #turn = 0;
  #watched: readonly SceneAsking[] = [];
  #isSampling = false;
  /** When the sample that is awaited was asked for */
  #sampledAt = 0;
  /** When the next one is due */
  #sampleDue = -Infinity;
  /** The trained parts of a run that was stopped */
  #model: Uint8Array<ArrayBuffer> | undefined;

  constructor({ slot, runsAtOnce, createWorker, runs, models }: SessionOptions) {
    this.#runsAtOnce = runsAtOnce ?? (() => 1);
    this.#createWorker = createWorker ?? createTrainingWorker;
    this.#models = models ?? ownModels();
    this.#saver = createSaver(slot, runs ?? savedRuns(), (notice) => this.#change({ notice }));
    globalThis.addEventListener?.('pagehide', this.#leave);
    globalThis.document?.addEventListener('visibilitychange', this.#hide);
  }

  /** What there is to show now. */
  get state(): SessionState {
    return this.#state;
  }

  /** Calls the listener after each change of `state`; returns how to end that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts a run; one under way is ended. With `isPaused` everything is loaded and waits for `resume`. */
  async start(run: RunDescription, { isPaused = false } = {}): Promise<void> {
    this.#end();
    this.#saver.reset();
    this.#change({ ...IDLE, ...CLEARED, status: 'loading', run });
    await this.#begin(run, isPaused);
  }

  /** What an earlier visit has left; undefined if nothing. */
  findSaved(): Promise<FoundRun | undefined> {
    return this.#saver.find();
  }

  /** Goes on with what `findSaved` has found; a finished one is loaded, to be asked. */
  async restore({ run, curve, progress, bytes }: SavedRun, { isPaused = false } = {}) {
    this.#end();
    this.#saver.reset(bytes);
    const savedStep = progress?.doneSteps ?? 0;
    this.#change({ ...IDLE, ...CLEARED, status: 'loading', run, curve, progress, savedStep });
    await this.#begin(run, isPaused);
  }

  /** Deletes what is saved, corrupt or not. */
  forget(): Promise<void> {
    return this.#saver.forget();
  }

  /**
   * After `stopped` or `failed`: goes on from the newest state, or from the beginning if there is none.
   * After divergence `change` may lower the peak of the stage; a lost graphics card is not used again.
   */
  async goOn(change: (run: RunDescription) => RunDescription = (run) => run): Promise<void> {
    const { run, failure, status } = this.#state;
    if (!run || (status !== 'stopped' && status !== 'failed')) return;
    if (failure?.kind === 'lostDevice') knownBackend = 'wasm';
    this.#change({ status: 'loading', run: change(run), failure: undefined });
    await this.#begin(change(run), false);
  }

  pause(): void {
    this.#connection?.tell({ kind: 'pause' });
  }

  resume(): void {
    this.#connection?.tell({ kind: 'resume' });
  }

  /** Ends the run and its worker; its state and its model stay at hand. */
  async stop(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    if (this.#state.status !== 'loading') {
      const answers = [
        connection.ask({ kind: 'checkpoint', what: 'trained', name: 'stopped' }, 'checkpoint'),
        connection.ask({ kind: 'stop' }, 'stopped'),
      ] as const;
      const patience = new Promise<undefined>((resolve) => setTimeout(resolve, STOP_PATIENCE));
      const model = answers[0].then((reply) => (this.#model = reply?.bytes)).catch(() => undefined);
      await Promise.race([Promise.allSettled([model, answers[1]]), patience]);
    }
    if (this.#connection !== connection) return; // it has failed, or another one was started meanwhile
    this.#end();
    this.#change(afterEnd(this.#state));
  }

  /** Answers to the askings again and again while the run trains, as `state.sample`. */
  watch(askings: readonly SceneAsking[]): void {
    this.#watched = askings;
    this.#sampleDue = -Infinity;
    this.#sampleWatched();
  }

  /** Answers once; undefined if a later call took its place. */
  async sample(askings: readonly SceneAsking[]): Promise<Sample | undefined> {
    return (await this.#alive().ask({ kind: 'sample', askings }, 'sample'))?.sample;
  }

  /** Examines the model on layouts that none was trained on. */
  async examine(scenes: number, seed: number): Promise<Examined | undefined> {
    return (await this.#alive().ask({ kind: 'examine', scenes, seed }, 'examined'))?.examined;
  }

  /** The model as a safetensors file; after `stop` only what was trained. */
  async export(name: string, what: CheckpointContent = 'trained') {
    if (!this.#connection && this.#model && what === 'trained') return this.#model;
    return (await this.#alive().ask({ kind: 'checkpoint', what, name }, 'checkpoint'))?.bytes;
  }

  /** Puts the model among the reader's own. Rejects with a TrainingError if the storage is full. */
  async keepModel(name: string, what: CheckpointContent = 'trained'): Promise<void> {
    const bytes = await this.export(name, what);
    if (bytes) await this.#models.save(name, bytes);
  }

  /** Ends everything; the session is not used again. */
  dispose(): void {
    globalThis.removeEventListener?.('pagehide', this.#leave);
    globalThis.document?.removeEventListener('visibilitychange', this.#hide);
    this.#end();
    this.#listeners.clear();
  }

  async #begin(run: RunDescription, isPaused: boolean): Promise<void> {
    const turn = this.#turn;
    try {
      const own = await this.#filesOf(run.own ?? []);
      if (turn !== this.#turn) return;
      const connection = connect(this.#createWorker(), {
        onReply: (reply) => this.#hear(reply),
        onFailure: (failure) => this.#fail(failure),
        isExpectant: () => ['loading', 'running'].includes(this.#state.status),
      });
      this.#connection = connection;
      const saved = this.#saver.newest();
      connection.tell({
        kind: 'start',
        run,
        own,
        isPaused,
        cores: Math.floor(navigator.hardwareConcurrency / this.#runsAtOnce()),
        ...(saved ? { saved } : {}),
        ...(knownBackend ? { backend: knownBackend } : {}),
      });
    } catch (error) {
      if (turn === this.#turn) this.#fail(failureOf(error));
    }
  }

  async #filesOf(names: readonly string[]): Promise<Uint8Array<ArrayBuffer>[]> {
    const files = await Promise.all(names.map((name) => this.#models.file(name)));
    return files.map((file, index) => {
      if (file) return file;
      throw new TrainingError('ownModelMissing', `there is no model "${names[index]}"`);
    });
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'ready') knownBackend = reply.backend.name;
    if (reply.kind === 'sample' || (reply.kind === 'failed' && this.#isSampling)) {
      this.#isSampling = false;
      const now = performance.now();
      this.#sampleDue = now + Math.max(SAMPLE_EVERY, SAMPLE_SHARE * (now - this.#sampledAt));
    }
    this.#change(afterReply(this.#state, reply));
    if (reply.kind === 'saved') this.#saver.keep(reply.bytes, this.#state);
    if (reply.kind === 'done') this.#saver.finish(this.#state);
    if (['progress', 'paused', 'done'].includes(reply.kind)) {
      if (reply.kind !== 'progress') this.#sampleDue = -Infinity;
      this.#sampleWatched();
    }
  }

  #sampleWatched(): void {
    const isReady = ['running', 'paused', 'done'].includes(this.#state.status);
    const isDue = performance.now() >= this.#sampleDue;
    if (!isReady || !isDue || this.#watched.length === 0 || this.#isSampling) return;
    [this.#isSampling, this.#sampledAt] = [true, performance.now()];
    // Its answer, and its failure, come by #hear.
    this.#connection?.tell({ kind: 'sample', askings: this.#watched });
  }

  #fail(failure: Failure): void {
    this.#end();
    this.#change(afterEnd(this.#state, failure));
  }

  /** Terminates the worker, if there is one. */
  #end(): void {
    this.#turn += 1;
    this.#connection?.close();
    this.#connection = undefined;
    this.#isSampling = false;
  }

  #alive(): Connection {
    if (this.#connection) return this.#connection;
    throw new TrainingError('request', 'no run is loaded');
  }

  /** The page is left, perhaps for good: nothing may go on behind the reader's back. */
  readonly #leave = (): void => {
    if (!this.#connection) return;
    this.#saver.flush();
    this.#end();
    this.#change(afterEnd(this.#state));
  };

  /** The page is hidden, and may never be seen again: the run goes on, and saves itself now. */
  readonly #hide = (): void => {
    if (document.visibilityState === 'hidden' && this.#state.status === 'running') {
      this.#connection?.tell({ kind: 'save' });
    }
  };

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Everything that belongs to the run before. */
const CLEARED: Partial<SessionState> = {
  loading: undefined,
  progress: undefined,
  sample: undefined,
  examining: undefined,
  failure: undefined,
  notice: undefined,
  savedStep: undefined,
};
