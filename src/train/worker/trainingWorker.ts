/**
 * The worker that trains: a module worker, started by src/train/session.ts, or by another one of its kind
 * as the second one of a run.
 *
 * This entry only sees to it that the engine finds no shared memory when it is loaded. On a page that is
 * isolated from others the engine would take a thread for each core, and at the batches of this book
 * threads are slower than none; two workers are faster (docs/vlm-training.md).
 */
Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');

const body = import('./workerBody.ts');

globalThis.onmessage = ({ data }: MessageEvent) => void body.then(({ receive }) => receive(data));

// The page hears of errors that are thrown, not of promises that are rejected.
body.catch((error: unknown) => {
  setTimeout(() => {
    throw error;
  });
});
