import type { RunDescription } from '../../train/description.ts';
import type { Failure } from '../../train/failures.ts';
import type { SavedRun, SavedRuns } from '../../train/savedRuns.ts';
import { SLOTS } from './slots.ts';

/** What an earlier visit has left. */
export interface FoundRuns {
  /** Unfinished: none, one, or two that were compared */
  unfinished: readonly SavedRun[];
  /** Why what is there cannot be gone on with */
  refused?: Failure | undefined;
}

export const NOTHING_FOUND: FoundRuns = { unfinished: [] };

/** Looks for what an earlier visit has left; a test brings its own storage. */
export async function findRuns(storage?: SavedRuns): Promise<FoundRuns> {
  const { savedRuns } = await import('../../train/savedRuns.ts');
  const runs = storage ?? savedRuns();
  // Where nothing can be stored nothing is found.
  const found = await Promise.all(SLOTS.map((slot) => runs.find(slot).catch(() => undefined)));
  const [refused] = found.flatMap((run) => (run && 'refused' in run ? [run.refused] : []));
  const [first, beside] = found.map((run) => (run && 'saved' in run ? run.saved : undefined));
  if (!first || first.isDone) return { unfinished: [], refused };
  const belongs = beside && !beside.isDone && isSamePair(first.run, beside.run);
  return { unfinished: belongs ? [first, beside] : [first], refused };
}

/** Whether two runs differ by their connector alone. */
const isSamePair = (first: RunDescription, beside: RunDescription): boolean =>
  first.connector !== beside.connector &&
  JSON.stringify(first.stages) === JSON.stringify(beside.stages);

/** Deletes what is left. */
export async function forgetRuns(): Promise<void> {
  const { savedRuns } = await import('../../train/savedRuns.ts');
  const runs = savedRuns();
  await Promise.all(SLOTS.map((slot) => runs.remove(slot).catch(() => undefined)));
}
