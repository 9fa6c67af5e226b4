/** What can go wrong with a run; texts for the reader are in failureTexts.ts. */
export type FailureKind =
  /** The loss or a parameter is no longer a number */
  | 'diverged'
  /** The graphics card was lost, or its driver restarted */
  | 'lostDevice'
  /** No memory is left for the tensors */
  | 'memory'
  /** A shipped checkpoint could not be had */
  | 'checkpointMissing'
  /** A model of the reader's own, from which the run takes parts, was deleted */
  | 'ownModelMissing'
  /** A checkpoint is truncated, corrupt or of another version, or lacks a part */
  | 'checkpointRefused'
  /** The worker stopped of itself */
  | 'workerDied'
  /** The worker has said nothing for a long time */
  | 'notAnswering'
  /** The browser can run neither WebAssembly nor module workers */
  | 'unsupported'
  /** The browser's storage is full; the run goes on unsaved */
  | 'storageFull'
  /** The browser's storage cannot be used, as in some private windows; the run goes on unsaved */
  | 'storage'
  /** A request could not be served, such as a question with an unknown word; the run goes on */
  | 'request'
  | 'unexpected';

/** A failure as it is shown and sent; `message` is the machine's own, for a bug report. */
export interface Failure {
  kind: FailureKind;
  message: string;
}

/** Failures after which the run goes on. */
const PASSING: readonly FailureKind[] = ['storageFull', 'storage', 'request'];

/** Whether a failure ends the run. */
export const isFatal = ({ kind }: Failure): boolean => !PASSING.includes(kind);

/** An error whose kind is known where it is thrown. */
export class TrainingError extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TrainingError';
    this.kind = kind;
  }
}

/** The kind of an error, by its name, or else by the words that engines use. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: kindOf(error, message), message };
}

function kindOf(error: unknown, message: string): FailureKind {
  if (error instanceof TrainingError) return error.kind;
  const name = error instanceof Error ? error.name : '';
  if (name === 'DivergedError') return 'diverged';
  if (name === 'QuotaExceededError') return 'storageFull';
  if (name === 'CheckpointError') return 'checkpointRefused';
  if (error instanceof Error && error.cause instanceof Error && error.cause.name !== name) {
    const cause = kindOf(error.cause, error.cause.message);
    if (cause !== 'unexpected') return cause;
  }
  if (/out of memory|memory\.grow|allocation failed|memory size exceeded/i.test(message)) {
    return 'memory';
  }
  if (/device (is |was )?lost|lost device|GPUDevice.*lost/i.test(message)) return 'lostDevice';
  return 'unexpected';
}
