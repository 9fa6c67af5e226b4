import type { RunDescription } from '../../train/description.ts';
import { TrainingError } from '../../train/failures.ts';
import type { TrainingSession } from '../../train/session.ts';

/** Nothing of an examination is saved to go on from. */
const SLOT = 'lab-exam';

/** A model that is about to be examined. */
export interface LoadedExaminee {
  session: TrainingSession;
  /** Loads the model; resolves when it can be asked */
  begin: () => Promise<void>;
}

/** A session for the model of a run. */
export async function loadExaminee(run: RunDescription): Promise<LoadedExaminee> {
  const { TrainingSession } = await import('../../train/session.ts');
  const session = new TrainingSession({ slot: SLOT });
  return {
    session,
    begin: async () => {
      const ready = whenLoaded(session);
      await session.start(run, { isPaused: true });
      await ready;
    },
  };
}

/** Resolves when a session has loaded its model, and rejects when it has failed. */
function whenLoaded(session: TrainingSession): Promise<void> {
  return new Promise((resolve, reject) => {
    const unsubscribe = session.subscribe(() => {
      const { status, failure } = session.state;
      if (status === 'loading' || status === 'idle') return;
      unsubscribe();
      if (failure) reject(new TrainingError(failure.kind, failure.message));
      else resolve();
    });
  });
}
