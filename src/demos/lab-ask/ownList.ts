import type { OwnModel as KeptModel } from '../../train/ownModels.ts';
import type { OwnModels } from '../definition.ts';
import { isAskable, NEWEST } from '../ownModelNames.ts';

/** The reader's models as the view lists them, the newest first. */
export interface OwnList {
  kept: readonly KeptModel[];
  /** Of all that are kept */
  bytes: number;
  /** The names of those that can be asked, and of the one that is */
  askable: string[];
  asked: string | undefined;
  /** The name that the state asks for, if there is no such model in this browser */
  missing: string | undefined;
}

/** What is kept, for a state that asks for one of them. */
export function ownListOf({ kept, asked }: OwnModels, wanted: string): OwnList {
  const names = kept.map(({ name }) => name);
  const isThere = wanted === NEWEST || names.includes(wanted);
  return {
    kept,
    bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
    askable: names.filter(isAskable),
    asked: asked?.name,
    missing: isThere ? undefined : wanted,
  };
}
