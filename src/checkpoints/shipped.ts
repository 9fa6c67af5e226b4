import { type CheckpointFile, decodeCheckpoint } from './checkpointFile.ts';

/** A checkpoint of public/checkpoints/, by the name of its file. */
export type CheckpointName = string;

/** Checkpoints that have been read, by name. */
export type Checkpoints = ReadonlyMap<CheckpointName, CheckpointFile>;

/** How the bytes of a shipped file are had: from the site in a browser, from the disk at build time. */
type ReadFile = (file: string) => Promise<Uint8Array>;

const read = new Map<CheckpointName, Promise<CheckpointFile>>();

/**
 * The shipped checkpoints with these names, each read once. Rejects with an error that names the file
 * if one cannot be had or is corrupt; a later call then tries again.
 */
export async function loadCheckpoints(names: readonly CheckpointName[]): Promise<Checkpoints> {
  const files = await Promise.all(
    names.map(async (name) => {
      const file = read.get(name) ?? readShipped(`${name}.safetensors`);
      read.set(name, file);
      file.catch(() => read.delete(name));
      return [name, await file] as const;
    }),
  );
  return new Map(files);
}

async function readShipped(file: string): Promise<CheckpointFile> {
  try {
    return decodeCheckpoint(await readFile(file));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const readFile: ReadFile = import.meta.env.SSR
  ? async (file) => {
      const { readFile: fromDisk } = await import('node:fs/promises');
      return fromDisk(`public/checkpoints/${file}`);
    }
  : async (file) => {
      const base = import.meta.env.BASE_URL.replace(/\/$/, '');
      const response = await fetch(`${base}/checkpoints/${file}`);
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    };
