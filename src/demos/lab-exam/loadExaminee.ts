import type { RunDescription } from '../../train/description.ts';
import { TrainingError } from '../../train/failures.ts';
import type { TrainingSession } from '../../train/session.ts';
import { connectorOf, isPlain } from '../ownModelNames.ts';

/** Nothing of an examination is saved to go on from. */
const SLOT = 'lab-exam';

/** A model that is about to be examined. */
export interface LoadedExaminee {
  session: TrainingSession;
  /** Loads the model; resolves when it can be asked */
  begin: () => Promise<void>;
}

/** A session for the model of a run; undefined if it is to be the reader's own and there is none. */
export async function loadExaminee(run: RunDescription): Promise<LoadedExaminee | undefined> {
  const [{ TrainingSession }, { ownModels }] = await Promise.all([
    import('../../train/session.ts'),
    import('../../train/ownModels.ts'),
  ]);
  const models = ownModels();
  let chosen = run;
  if (run.stages[0].from === 'mine') {
    const newest = (await models.list()).map(({ name }) => name).find(isPlain);
    if (newest === undefined) return undefined;
    chosen = { ...run, connector: connectorOf(newest), own: [newest] };
  }
  const session = new TrainingSession({ slot: SLOT, models });
  return {
    session,
    begin: async () => {
      const ready = whenLoaded(session);
      await session.start(chosen, { isPaused: true });
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
