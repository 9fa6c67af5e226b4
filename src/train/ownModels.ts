import {
  type CheckpointFile,
  decodeCheckpoint,
  encodeCheckpoint,
} from '../checkpoints/checkpointFile.ts';
import { browserStorage, type Storage } from './storage.ts';

/** A model that the reader has trained, as a list shows it. */
export interface OwnModel {
  name: string;
  /** Of the file */
  bytes: number;
  /** Milliseconds since 1970 */
  savedAt: number;
}

/** The reader's models, in this browser. Every method rejects with a TrainingError if storage fails. */
export interface OwnModels {
  /** The newest first */
  list(): Promise<OwnModel[]>;
  /** Throws a CheckpointError for a file that is corrupt or of another version */
  load(name: string): Promise<CheckpointFile | undefined>;
  /** The file itself, to export it or to hand it to a worker */
  file(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A model of the same name is replaced */
  save(name: string, model: CheckpointFile | Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
  /** Called after each change, of other tabs too; returns how to end it */
  subscribe(listener: () => void): () => void;
}

interface Entry {
  file: Uint8Array<ArrayBuffer>;
  savedAt: number;
}

/** The models of this browser. It needs no engine: demos load them for inference. */
export function ownModels(storage: Storage = browserStorage('models')): OwnModels {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const otherTabs =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('patchwork-models');
  if (otherTabs) otherTabs.onmessage = tell;
  const changed = () => {
    otherTabs?.postMessage(undefined);
    tell();
  };
  const file = async (name: string) => ((await storage.get(name)) as Entry | undefined)?.file;
  return {
    list: async () =>
      (await storage.entries())
        .map(([name, value]) => {
          const { file: bytes, savedAt } = value as Entry;
          return { name, bytes: bytes.length, savedAt };
        })
        .sort((a, b) => b.savedAt - a.savedAt),
    file,
    load: async (name) => {
      const bytes = await file(name);
      return bytes && decodeCheckpoint(bytes);
    },
    save: async (name, model) => {
      const bytes = model instanceof Uint8Array ? model : encodeCheckpoint(model);
      decodeCheckpoint(bytes); // refuses what is no checkpoint before it takes another one's place
      await storage.set(name, { file: bytes, savedAt: Date.now() } satisfies Entry);
      changed();
    },
    remove: async (name) => {
      await storage.remove(name);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
