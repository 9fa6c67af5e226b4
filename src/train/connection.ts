import { type Failure, isFatal, TrainingError } from './failures.ts';
import type { Reply, Request } from './worker/protocol.ts';

/** What this module needs of a Worker. */
export interface WorkerLike {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** A request without the id that the connection gives it. */
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type Asked = WithoutId<Request>;

/** A worker in conversation. */
export interface Connection {
  /** Posts a request that needs no answer */
  tell(request: Asked): void;
  /**
   * Posts a request; resolves with the reply that answers it, with undefined if a later request took its
   * place, and rejects with a TrainingError if it failed or the conversation ended.
   */
  ask<Kind extends Reply['kind']>(
    request: Asked,
    answer: Kind,
  ): Promise<Extract<Reply, { kind: Kind }> | undefined>;
  /** Terminates the worker */
  close(reason?: Failure): void;
}

/** Who is told what. */
export interface Listener {
  onReply(reply: Reply): void;
  /** The worker has failed for good, and is terminated */
  onFailure(failure: Failure): void;
  /** Whether the worker ought to say something now and then: it is at work */
  isExpectant(): boolean;
}

/** A worker that ought to speak may be silent so long. It may be compiling, on a slow machine. */
export const PATIENCE_SECONDS = 40;

interface Waiting {
  answer: Reply['kind'];
  resolve: (reply: never) => void;
  reject: (error: TrainingError) => void;
}

/** Starts the conversation. */
export function connect(worker: WorkerLike, listener: Listener): Connection {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const watchdog = startWatchdog(
    () => listener.isExpectant() || waiting.size > 0,
    (message) => fail({ kind: 'notAnswering', message }),
  );

  const close = (reason: Failure = { kind: 'request', message: 'the run was ended' }) => {
    watchdog.end();
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
    waiting.forEach(({ reject }) => reject(new TrainingError(reason.kind, reason.message)));
    waiting.clear();
  };
  const fail = (failure: Failure) => {
    close(failure);
    listener.onFailure(failure);
  };
  const settle = (reply: Reply) => {
    const asked = waiting.get(reply.id);
    if (!asked) return;
    if (reply.kind === asked.answer) asked.resolve(reply as never);
    else if (reply.kind === 'superseded') asked.resolve(undefined as never);
    else if (reply.kind === 'failed') {
      asked.reject(new TrainingError(reply.failure.kind, reply.failure.message));
    } else return;
    waiting.delete(reply.id);
  };

  worker.onmessage = ({ data }) => {
    watchdog.calm();
    if (data.kind === 'failed' && isFatal(data.failure)) return fail(data.failure);
    settle(data);
    listener.onReply(data);
  };
  worker.onerror = ({ message }) => fail({ kind: 'workerDied', message: message ?? '' });
  worker.onmessageerror = () => fail({ kind: 'workerDied', message: 'an unreadable message' });

  const tell = (request: Asked): number => {
    worker.postMessage({ ...request, id: ++lastId } as Request);
    return lastId;
  };
  return {
    tell: (request) => void tell(request),
    ask: (request, answer) =>
      new Promise((resolve, reject) => {
        waiting.set(tell(request), { answer, resolve, reject });
      }),
    close,
  };
}

/** Barks after a silence. */
function startWatchdog(isExpectant: () => boolean, bark: (message: string) => void) {
  let silence = 0;
  // Counted in ticks, not by the clock: while the machine sleeps no one speaks, and no time passes.
  const clock = setInterval(() => {
    silence = isExpectant() ? silence + 1 : 0;
    if (silence >= PATIENCE_SECONDS) bark(`no message for ${PATIENCE_SECONDS} s`);
  }, 1000);
  return { calm: () => (silence = 0), end: () => clearInterval(clock) };
}
