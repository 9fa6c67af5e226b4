import type { RunDescription } from './description.ts';
import type { Failure } from './failures.ts';
import { browserStorage, type Storage } from './storage.ts';
import type { RunProgress } from './worker/protocol.ts';
import { type Curve, SNAPSHOT_VERSION } from './worker/snapshot.ts';

/** An interrupted run that can be gone on with. */
export interface SavedRun {
  version: number;
  run: RunDescription;
  /** Where it stood; undefined before the first step */
  progress?: RunProgress | undefined;
  curve: Curve;
  isDone: boolean;
  /** Milliseconds since 1970 */
  savedAt: number;
  /** The state itself; the worker checks it before it goes on */
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is saved under a name: a run, or something that is refused, with the reason. */
export type FoundRun = { saved: SavedRun } | { refused: Failure };

/** Interrupted runs by the name of their place in the book. */
export interface SavedRuns {
  find(slot: string): Promise<FoundRun | undefined>;
  write(slot: string, saved: Omit<SavedRun, 'version' | 'savedAt'>): Promise<void>;
  remove(slot: string): Promise<void>;
}

/** The runs that this browser has saved. */
export function savedRuns(storage: Storage = browserStorage('runs')): SavedRuns {
  return {
    find: async (slot) => {
      const entry = await storage.get(slot);
      return entry === undefined ? undefined : inspect(entry);
    },
    write: (slot, saved) =>
      storage.set(slot, { ...saved, version: SNAPSHOT_VERSION, savedAt: Date.now() }),
    remove: storage.remove,
  };
}

function inspect(entry: unknown): FoundRun {
  const refuse = (message: string): FoundRun => ({
    refused: { kind: 'checkpointRefused', message },
  });
  if (typeof entry !== 'object' || entry === null) return refuse('the saved run is corrupt');
  const saved = entry as Partial<SavedRun>;
  if (saved.version !== SNAPSHOT_VERSION) {
    return refuse(
      `the saved run has version ${String(saved.version)}, this page reads version ${SNAPSHOT_VERSION}`,
    );
  }
  const isWhole =
    saved.bytes instanceof Uint8Array &&
    Array.isArray(saved.curve) &&
    Array.isArray(saved.run?.stages);
  return isWhole ? { saved: saved as SavedRun } : refuse('the saved run is corrupt');
}
