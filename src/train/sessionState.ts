import { addPoint } from './curve.ts';
import type { RunDescription } from './description.ts';
import type { Failure } from './failures.ts';
import type { Backend, LoadingStep, Reply, RunProgress, Sample } from './worker/protocol.ts';
import type { Curve } from './worker/snapshot.ts';

/**
 * idle → loading → running ⇄ paused → done; `stopped` by the reader, or by leaving the page; `failed`.
 * From `stopped` and `failed` a session can go on where `savedStep` says.
 */
export type SessionStatus =
  'idle' | 'loading' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';

/** Everything that there is to show; a new object after each change. */
export interface SessionState {
  status: SessionStatus;
  run?: RunDescription | undefined;
  /** What is being prepared, and how far it is, 0 to 1 */
  loading?: { what: LoadingStep; share: number } | undefined;
  backend?: Backend | undefined;
  progress?: RunProgress | undefined;
  /** Steps of all stages, and the loss */
  curve: Curve;
  /** The newest answers to what is watched */
  sample?: Sample | undefined;
  /** How far an examination is, 0 to 1 */
  examining?: number | undefined;
  /** Why the run ended; of the status `failed` */
  failure?: Failure | undefined;
  /** What went wrong without ending the run, such as a full storage */
  notice?: Failure | undefined;
  /** Steps of all stages at the newest state that can be gone on from */
  savedStep?: number | undefined;
}

export const IDLE: SessionState = { status: 'idle', curve: [] };

/** The state after a reply of the worker. */
export function afterReply(state: SessionState, reply: Reply): SessionState {
  switch (reply.kind) {
    case 'ready':
      return { ...state, backend: reply.backend };
    case 'loading':
      return { ...state, loading: { what: reply.what, share: reply.share } };
    case 'progress': {
      const { progress } = reply;
      const curve = addPoint(state.curve, [progress.doneSteps, progress.loss], progress.allSteps);
      return { ...state, status: 'running', loading: undefined, progress, curve };
    }
    case 'paused':
      return { ...state, status: 'paused', loading: undefined };
    case 'resumed':
      return { ...state, status: 'running' };
    case 'saved':
      return { ...state, savedStep: reply.step };
    case 'done':
      return { ...state, status: 'done', loading: undefined };
    case 'sample':
      return { ...state, sample: reply.sample };
    case 'examining':
      return { ...state, examining: reply.share };
    case 'examined':
      return { ...state, examining: undefined };
    case 'failed':
      return { ...state, notice: reply.failure, examining: undefined };
    default:
      return state;
  }
}

/** The state after the worker is gone. */
export const afterEnd = (state: SessionState, failure?: Failure): SessionState => ({
  ...state,
  status: failure ? 'failed' : 'stopped',
  failure,
  loading: undefined,
  examining: undefined,
});
