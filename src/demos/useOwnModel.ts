import { useEffect, useState } from 'preact/hooks';
import { CheckpointError } from '../checkpoints/safetensors.ts';
import type { OwnModel } from './definition.ts';
import { isAskable } from './ownModelNames.ts';

/** The reader's newest model that can be asked, or why it cannot be read; undefined if there is none or none is wanted. */
export function useOwnModel(isWanted: boolean): OwnModel | undefined {
  const [mine, setMine] = useState<OwnModel>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    let unsubscribe = (): void => {};
    const load = async (): Promise<void> => {
      const { ownModels } = await import('../train/ownModels.ts');
      const models = ownModels();
      const update = async () => {
        const newest = (await models.list()).find(({ name }) => isAskable(name));
        const model = newest && (await models.load(newest.name).catch(refusal));
        if (!isGone) setMine(model);
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
  return mine;
}

function refusal(error: unknown): CheckpointError {
  if (error instanceof CheckpointError) return error;
  throw error;
}

/** Where nothing can be stored there is no own model. */
const ignore = (error: unknown): void => console.warn(error);
