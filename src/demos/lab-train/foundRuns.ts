import type { RunDescription } from '../../train/description.ts';
import type { SavedRun } from '../../train/savedRuns.ts';
import { SLOTS } from './slots.ts';

/** What an earlier visit has left unfinished: none, one, or two that were compared. */
export async function findRuns(): Promise<SavedRun[]> {
  const { savedRuns } = await import('../../train/savedRuns.ts');
  const runs = savedRuns();
  // Where nothing can be stored nothing is found.
  const found = await Promise.all(SLOTS.map((slot) => runs.find(slot).catch(() => undefined)));
  const saved = found.map((run) => (run && 'saved' in run ? run.saved : undefined));
  const [first, beside] = saved;
  if (!first || first.isDone) return [];
  const belongs = beside && !beside.isDone && isSamePair(first.run, beside.run);
  return belongs ? [first, beside] : [first];
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
