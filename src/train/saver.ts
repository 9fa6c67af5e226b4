import { type Failure, failureOf } from './failures.ts';
import type { FoundRun, SavedRun, SavedRuns } from './savedRuns.ts';
import type { SessionState } from './sessionState.ts';

/** Keeps the newest state of a run at hand, and in the browser's storage. */
export interface Saver {
  find(): Promise<FoundRun | undefined>;
  /** A new run begins, perhaps from a state */
  reset(bytes?: Uint8Array<ArrayBuffer>): void;
  /** Takes a new state over, and stores it as soon as the one before is stored */
  keep(bytes: Uint8Array<ArrayBuffer>, state: SessionState): void;
  /** The run is finished: the newest state is its last */
  finish(state: SessionState): void;
  /** Begins to store what is not stored yet; there is no time to wait */
  flush(): void;
  newest(): Uint8Array<ArrayBuffer> | undefined;
  /** Deletes what is stored */
  forget(): Promise<void>;
}

/** The saver of a slot. What the storage cannot do is told once a run, and ends nothing. */
export function createSaver(
  slot: string,
  runs: SavedRuns,
  onFailure: (failure: Failure) => void,
): Saver {
  let newest: Uint8Array<ArrayBuffer> | undefined;
  let due: Omit<SavedRun, 'version' | 'savedAt'> | undefined;
  let isWriting = false;
  let hasFailed = false;

  const write = async (): Promise<void> => {
    if (!due || isWriting || hasFailed) return;
    const saved = due;
    [due, isWriting] = [undefined, true];
    try {
      await runs.write(slot, saved);
    } catch (error) {
      hasFailed = true;
      onFailure(failureOf(error));
    }
    isWriting = false;
    await write();
  };
  const keep = (bytes: Uint8Array<ArrayBuffer>, state: SessionState) => {
    newest = bytes;
    const { run, progress, curve, status } = state;
    if (!run) return;
    due = { run, progress, curve, isDone: status === 'done', bytes };
    void write();
  };
  return {
    find: () => runs.find(slot),
    reset: (bytes) => {
      newest = bytes;
      [due, hasFailed] = [undefined, false];
    },
    keep,
    finish: (state) => {
      if (newest) keep(newest, state);
    },
    flush: () => {
      isWriting = false;
      void write();
    },
    newest: () => newest,
    forget: () => runs.remove(slot),
  };
}
