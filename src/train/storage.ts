import { createStore, del, entries, get, set } from 'idb-keyval';
import { failureOf, TrainingError } from './failures.ts';

/** Values by key that outlive the page. Rejects with a TrainingError if the browser does not have it so. */
export interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  entries(): Promise<(readonly [key: string, value: unknown])[]>;
}

/** A database of the browser (IndexedDB). */
export function browserStorage(name: string): Storage {
  const use = async <T>(work: (store: ReturnType<typeof createStore>) => Promise<T>) => {
    try {
      return await work((stores[name] ??= createStore(`patchwork-${name}`, name)));
    } catch (error) {
      throw storageError(error);
    }
  };
  return {
    get: (key) => use((store) => get(key, store)),
    set: (key, value) => use((store) => set(key, value, store)),
    remove: (key) => use((store) => del(key, store)),
    entries: () => use((store) => entries<string, unknown>(store)),
  };
}

const stores: Record<string, ReturnType<typeof createStore>> = {};

/** Says whether the storage is full, or cannot be used at all. */
export function storageError(error: unknown): TrainingError {
  const { kind, message } = failureOf(error);
  return new TrainingError(kind === 'storageFull' ? kind : 'storage', message, { cause: error });
}
