import type { SessionState } from '../../train/sessionState.ts';
import type { Sample } from '../../train/worker/protocol.ts';

/** Where a run of this page stands, as the view shows it. */
export interface LiveRun extends SessionState {
  /** What it said before its first step */
  before?: Sample | undefined;
}

/** What a run has said of the sample scenes. */
export type Said = Pick<LiveRun, 'before' | 'sample'>;

/** Whether a run holds the machine. */
export const isActive = ({ status }: LiveRun): boolean =>
  status === 'loading' || status === 'running' || status === 'paused';
