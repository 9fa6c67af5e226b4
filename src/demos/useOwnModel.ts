import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { Checkpoints } from '../checkpoints/shipped.ts';
import { isAskable } from './ownModelNames.ts';

/** The entry of a demo's checkpoints that is the reader's own model. */
export const OWN_MODEL = 'mine';

/** The checkpoints of a demo, with the reader's newest model among them if it wants one and there is one. */
export function useOwnModel(shipped: Checkpoints, isWanted: boolean): Checkpoints {
  const [mine, setMine] = useState<CheckpointFile>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    let unsubscribe = (): void => {};
    const load = async (): Promise<void> => {
      const { ownModels } = await import('../train/ownModels.ts');
      const models = ownModels();
      const update = async () => {
        const newest = (await models.list()).find(({ name }) => isAskable(name));
        const file = newest && (await models.load(newest.name));
        if (!isGone) setMine(file);
      };
      if (isGone) return;
      unsubscribe = models.subscribe(() => void update().catch(ignore));
      await update();
    };
    void load().catch(ignore);
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, [isWanted]);
  return useMemo(
    () => (mine ? new Map([...shipped, [OWN_MODEL, mine]]) : shipped),
    [shipped, mine],
  );
}

/** Where nothing can be stored, or what is stored is corrupt, there is no own model. */
const ignore = (error: unknown): void => console.warn(error);
