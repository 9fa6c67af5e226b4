import { decodeCheckpoint } from '../../checkpoints/checkpointFile.ts';
import type { RunDescription, StageDescription } from '../description.ts';
import { replicaOver } from '../replica.ts';
import { halfOf, initialState, type Parts, train, type TrainingState } from '../trainer.ts';
import { tensor } from '../../vlm/tensor.ts';
import type { Environment } from './environment.ts';
import type { StoredParts } from './parts.ts';
import { createPlanner, type PreparedStage } from './plan.ts';
import type { Backend } from './protocol.ts';
import { decodeSnapshot, type Snapshot, treeOfParts } from './snapshot.ts';

/** What a replica needs to train the second half of every batch of a stage. */
export interface ReplicaWork {
  /** Where the run stands at the beginning, as bytes */
  saved: Uint8Array<ArrayBuffer>;
  /** Checkpoint files of the reader's models that the run takes parts from */
  own: readonly Uint8Array<ArrayBuffer>[];
}

/** The fewest rows of a batch that are divided; with fewer it has not been measured. */
const DIVISIBLE_BATCH = 16;

/** Whether a stage of a run is divided between two workers. */
export function isDivided(stage: StageDescription, cores: number, backend: Backend): boolean {
  const hasRowsOfTheirOwn = stage.kind !== 'contrastive' && stage.kind !== 'finished';
  const isFree = cores > 1 && backend.name === 'wasm';
  return isFree && hasRowsOfTheirOwn && stage.batch >= DIVISIBLE_BATCH && stage.batch % 2 === 0;
}

/**
 * The replica's side of a stage: the same training on the second half of every batch, from the same state.
 * Calls `onReady` when it waits for the first step. Rejects as a runner fails.
 */
export async function runReplica(
  { saved, own, port }: ReplicaWork & { port: MessagePort },
  environment: Environment,
  onReady: () => void,
): Promise<void> {
  const snapshot = decodeSnapshot(saved);
  const run: RunDescription = snapshot.run;
  const files = own.map(decodeCheckpoint).reverse();
  await environment.startEngine('wasm');
  const planner = createPlanner(run, files, environment, async () => {});
  const prepared = await planner.prepare(snapshot.stageIndex, snapshot.parts);
  const steps = train(halfOf(prepared.job, 1), stateOf(prepared, snapshot), replicaOver(port));
  onReady();
  while (!(await steps.next()).done);
}

/** The state in which a stage begins, or goes on from a snapshot. Takes its parameters over. */
export function stateOf(
  { job, parameters }: PreparedStage,
  resumed: Snapshot | undefined,
): TrainingState<Parts> {
  const step = resumed?.step ?? 0;
  const moments = resumed?.moments;
  if (!moments) return { ...initialState(parameters, job.trainable), step };
  const tree = (parts: StoredParts) => treeOfParts(parts, ({ data, shape }) => tensor(data, shape));
  return {
    step,
    parameters,
    moments: { first: tree(moments.first), second: tree(moments.second) },
  };
}
