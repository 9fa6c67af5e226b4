import type { Checkpoints } from '../../checkpoints/shipped.ts';
import type { ConnectorKind } from '../../vlm/connectors/connector.ts';
import type { ModelConfig } from '../../vlm/model.ts';
import type { Backend, BackendName } from './protocol.ts';
import type { ReplicaWork } from './replicaRun.ts';
import type { RunningReplica } from './replicaWorker.ts';

/** What a run needs of the place where it runs: a worker of the page, or a test. */
export interface Environment {
  /** Chooses and starts what computes */
  startEngine(asked: BackendName | undefined): Promise<Backend>;
  /** Rejects if it loses its device */
  deviceLost(): Promise<never>;
  /** Starts a second worker to train with; undefined if it cannot */
  startReplica(work: ReplicaWork): Promise<RunningReplica | undefined>;
  loadCheckpoints(names: readonly string[]): Promise<Checkpoints>;
  sizesOf(connector: ConnectorKind): ModelConfig;
  /** Pictures of training layouts that are encoded at most, for stages 1 and 2 to draw from */
  largestPool: number;
  /** Milliseconds */
  now(): number;
  /** Lets messages in */
  breathe(): Promise<void>;
}
