import { useEffect, useState } from 'preact/hooks';
import { CheckpointError } from '../checkpoints/safetensors.ts';
import type { OwnModels as Store } from '../train/ownModels.ts';
import type { OwnModels } from './definition.ts';
import { askedName } from './ownModelNames.ts';

/**
 * The reader's models, with the one of a name or, if there is none of that name, the newest that can be
 * asked. Undefined until they have been looked up, and while no name is given.
 */
export function useOwnModels(wanted: string | undefined): OwnModels | undefined {
  const [own, setOwn] = useState<OwnModels>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let isGone = false;
    let unsubscribe = (): void => {};
    const load = async (): Promise<void> => {
      const models = await store();
      const update = async () => {
        const found = await lookUp(models, wanted).catch(nothing);
        if (!isGone) setOwn(found);
      };
      if (isGone) return;
      unsubscribe = models.subscribe(() => void update());
      await update();
    };
    void load().catch((error: unknown) => {
      if (!isGone) setOwn(nothing(error));
    });
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, [wanted]);
  return wanted === undefined ? undefined : own;
}

/** Deletes one of the reader's models. */
export async function deleteOwnModel(name: string): Promise<void> {
  await (await store()).remove(name);
}

const store = async (): Promise<Store> => (await import('../train/ownModels.ts')).ownModels();

async function lookUp(models: Store, wanted: string): Promise<OwnModels> {
  const kept = await models.list();
  const names = kept.map((model) => model.name);
  const name = askedName(names, wanted);
  if (name === undefined) return { kept };
  const model = await models.load(name).catch(refusal);
  return { kept, asked: model && { name, model } };
}

function refusal(error: unknown): CheckpointError {
  if (error instanceof CheckpointError) return error;
  throw error;
}

/** Where nothing can be stored there is no own model. */
function nothing(error: unknown): OwnModels {
  console.warn(error);
  return { kept: [] };
}
