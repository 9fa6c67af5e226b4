import type { Port, Request } from './protocol.ts';

/** Requests that are served between two steps. */
export type Serving = Extract<Request, { kind: 'sample' | 'checkpoint' | 'examine' | 'save' }>;

/** What has come in and waits to be served. */
export interface Mailbox {
  receive(request: Request): void;
  /** Everything that waits, and forgets it */
  take(): Serving[];
  readonly isPaused: boolean;
  readonly isStopped: boolean;
  /** The id of the last request that paused, resumed or stopped */
  readonly controlId: number;
  /** Resolves as soon as something comes in, at once if something waits */
  arrival(): Promise<void>;
}

/** An empty mailbox. Of the requests of one kind only the latest is kept; the others are told so. */
export function createMailbox(port: Port, startId: number, startsPaused: boolean): Mailbox {
  let [isPaused, isStopped, controlId] = [startsPaused, false, startId];
  let waiting: Serving[] = [];
  let wake: (() => void) | undefined;

  const keep = (request: Serving) => {
    for (const { kind, id } of waiting) {
      if (kind === request.kind) port.post({ kind: 'superseded', id });
    }
    waiting = [...waiting.filter(({ kind }) => kind !== request.kind), request];
  };

  return {
    receive: (request) => {
      switch (request.kind) {
        case 'start':
          throw new RangeError('a worker trains one run');
        case 'pause':
        case 'resume':
          [isPaused, controlId] = [request.kind === 'pause', request.id];
          break;
        case 'stop':
          [isStopped, controlId] = [true, request.id];
          break;
        default:
          keep(request);
      }
      wake?.();
    },
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    get isPaused() {
      return isPaused;
    },
    get isStopped() {
      return isStopped;
    },
    get controlId() {
      return controlId;
    },
    arrival: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || isStopped) resolve();
      }),
  };
}
