import type { Method, RunDescription } from '../train/description.ts';
import type { TaskId } from '../train/tasks.ts';
import { CONNECTOR_KINDS, METHODS, TASK_IDS } from './lab-train/state.ts';

/** The name under which the reader's model of a run is kept; a later run of the same kind replaces it. */
export function modelName({ stages, connector }: RunDescription): string {
  const last = stages[stages.length - 1];
  switch (last.kind) {
    case 'contrastive':
      return 'clip';
    case 'language':
      return 'language';
    case 'alignment':
      return `align-${connector}`;
    case 'instruction':
    case 'finished':
      return `instruct-${connector}`;
    case 'peft':
      return `peft-${last.method}-${last.task}`;
  }
}

/**
 * Of the reader's models those that a run takes parts from, the most wanted last: for stages 1 and 2 the
 * connector of stage 1, and their own encoder and language model; for a finished model that of stage 2.
 */
export function partSources(run: RunDescription, kept: readonly string[]): string[] {
  const { kind } = run.stages[0];
  const wanted: string[] = {
    contrastive: ['clip'],
    language: ['language'],
    alignment: [`align-${run.connector}`, 'clip', 'language'],
    instruction: [`align-${run.connector}`, 'clip', 'language'],
    peft: [`align-${run.connector}`, `instruct-${run.connector}`],
    finished: [`align-${run.connector}`, `instruct-${run.connector}`],
  }[kind];
  return wanted.filter((name) => kept.includes(name));
}

/** The names of all models that can be asked about a picture: those that have a connector. */
export const ASKABLE_NAMES: readonly string[] = [
  ...CONNECTOR_KINDS.flatMap((connector) => [`align-${connector}`, `instruct-${connector}`]),
  ...METHODS.flatMap((method) => TASK_IDS.map((task) => `peft-${method}-${task}`)),
];

/** Whether a model of this name can be asked about a picture. */
export const isAskable = (name: string): boolean => ASKABLE_NAMES.includes(name);

/** In place of a name: the reader's newest model, whichever that is. */
export const NEWEST = 'newest';

/** Of some models, the newest first, the one of the wanted name, or else the newest. */
export const wantedOrNewest = (names: readonly string[], wanted: string): string | undefined =>
  names.find((name) => name === wanted) ?? names[0];

/** Of the kept models, the newest first, the one that answers. */
export const askedName = (kept: readonly string[], wanted: string): string | undefined =>
  wantedOrNewest(kept.filter(isAskable), wanted);

/** Whether it can be examined, and written for PyTorch: it has been made by stages 1 and 2 alone. */
export const isPlain = (name: string): boolean => /^(align|instruct)-/.test(name);

/** The names of all models that can be examined. */
export const EXAMINABLE_NAMES: readonly string[] = ASKABLE_NAMES.filter(isPlain);

/** How a finished model was adapted to a task. */
export interface Tuning {
  method: Method;
  task: TaskId;
}

/** What the name of a model tells of its tuning; undefined if it has not been tuned. */
export function tuningOf(name: string): Tuning | undefined {
  const found = /^peft-(lora|adapter|softPrompt|connector|decoder)-(colours|style)$/.exec(name);
  return found ? { method: found[1] as Method, task: found[2] as TaskId } : undefined;
}

/** The connector of a model that can be examined. */
export const connectorOf = (name: string): RunDescription['connector'] =>
  name.split('-')[1] as RunDescription['connector'];
