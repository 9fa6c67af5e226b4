import type { ConnectorKind } from '../vlm/connectors/connector.ts';
import type { StageSettings } from './stages.ts';
import type { TaskId } from './tasks.ts';

/**
 * What the trained parts of a stage start from: random numbers, a checkpoint of the book, or a model
 * of the reader's own. What is frozen is the reader's with `mine`, as far as their models hold it, and
 * the book's otherwise. What an earlier stage of the same run has trained comes before all three.
 */
export type Source = 'scratch' | 'shipped' | 'mine';

/** How a trained model is adapted: what alone is trained. The last two train what the model has already. */
export type Method = 'lora' | 'adapter' | 'softPrompt' | 'connector' | 'decoder';

/** Which stage, with what is particular to it. */
export type StageKind =
  /** 0a: the two encoders, by matching pictures and captions; `several` objects have near misses as negatives */
  | { kind: 'contrastive'; objects: 'one' | 'several' }
  /** 0b: the decoder alone, from facts as text */
  | { kind: 'language' }
  /** 1: the connector, from captions */
  | { kind: 'alignment' }
  /** 2: connector and decoder, from instructions */
  | { kind: 'instruction' }
  /** A finished model is adapted to a task */
  | { kind: 'peft'; method: Method; task: TaskId }
  /** A finished model, to ask and to examine; no step is made */
  | { kind: 'finished' };

/** One stage of a run. */
export type StageDescription = StageKind & StageSettings & { from: Source };

/**
 * Everything that determines a run: two runs of the same description, by as many workers, end with the same
 * numbers.
 */
export interface RunDescription {
  connector: ConnectorKind;
  /** One, or several one after the other */
  stages: readonly StageDescription[];
  /** Names of the reader's models that `mine` takes parts from; a later one comes before an earlier one */
  own?: readonly string[];
}

/** What may be set when a preset is asked for. */
export type Choices = Partial<StageSettings> & { from?: Source };

const SEED = 1;

/**
 * Settings that a reader's two cores finish while they watch, where that is possible: of 0a on one object,
 * 1, and tuning (docs/vlm-training.md has the times). The others are those of the shipped checkpoints.
 */
export const PRESETS = {
  contrastiveOne: { steps: 250, batch: 32, peak: 2e-3 },
  contrastiveSeveral: { steps: 1200, batch: 64, peak: 1.5e-3 },
  language: { steps: 2000, batch: 32, peak: 2e-3 },
  alignment: { steps: 400, batch: 16, peak: 3e-3 },
  instruction: { steps: 8000, batch: 32, peak: 2e-3 },
  peft: { steps: 200, batch: 16, peak: 5e-3 },
} satisfies Record<string, Omit<StageSettings, 'seed'>>;

/** Stage 0a; from random numbers if nothing else is said. */
export const contrastiveRun = (
  objects: 'one' | 'several' = 'one',
  choices: Choices = {},
): RunDescription => {
  const preset = objects === 'one' ? PRESETS.contrastiveOne : PRESETS.contrastiveSeveral;
  return runOf({ kind: 'contrastive', objects }, preset, choices);
};

/** Stage 0b; from random numbers if nothing else is said. */
export const languageRun = (choices: Choices = {}): RunDescription =>
  runOf({ kind: 'language' }, PRESETS.language, choices);

/** Stage 1; a random connector between the book's encoder and decoder if nothing else is said. */
export const alignmentRun = (
  connector: ConnectorKind = 'mlp',
  choices: Choices = {},
): RunDescription => ({
  ...runOf({ kind: 'alignment' }, PRESETS.alignment, choices),
  connector,
});

/** Stage 2; from the book's connector of stage 1 and its decoder of stage 0b if nothing else is said. */
export const instructionRun = (
  connector: ConnectorKind = 'mlp',
  choices: Choices = {},
): RunDescription => ({
  ...runOf({ kind: 'instruction' }, PRESETS.instruction, { from: 'shipped', ...choices }),
  connector,
});

/** The peak learning rate of each method: fewer parameters bear, and need, a higher one. */
const PEFT_PEAKS: Readonly<Record<Method, number>> = {
  lora: 2e-2,
  adapter: 5e-3,
  softPrompt: 3e-1,
  connector: 3e-3,
  decoder: 1.5e-3,
};

/** A finished model, adapted to a task. */
export const peftRun = (method: Method, task: TaskId, choices: Choices = {}): RunDescription =>
  runOf(
    { kind: 'peft', method, task },
    { ...PRESETS.peft, peak: PEFT_PEAKS[method] },
    { from: 'shipped', ...choices },
  );

/** A finished model, to ask and to examine. */
export const finishedRun = (
  connector: ConnectorKind = 'mlp',
  from: Source = 'shipped',
): RunDescription => ({
  ...runOf({ kind: 'finished' }, { steps: 0, batch: 1, peak: 1 }, { from }),
  connector,
});

/** Stage 1 as the shipped connectors had it. */
const SHIPPED_ALIGNMENT = { steps: 200, batch: 32, peak: 3e-3 };

/** The whole pipeline from random numbers, with the settings of the shipped checkpoints. */
export const pipelineRun = (connector: ConnectorKind = 'mlp', seed = SEED): RunDescription => ({
  connector,
  stages: [
    contrastiveRun('one', { seed }),
    contrastiveRun('several', { seed: seed + 1 }),
    languageRun({ seed: seed + 2 }),
    alignmentRun(connector, { ...SHIPPED_ALIGNMENT, seed: seed + 3 }),
    instructionRun(connector, { seed: seed + 4, from: 'scratch' }),
  ].flatMap(({ stages }) => stages),
});

function runOf(
  kind: StageKind,
  preset: Omit<StageSettings, 'seed'>,
  choices: Choices,
): RunDescription {
  return {
    connector: 'mlp',
    stages: [{ seed: SEED, from: 'scratch', ...preset, ...choices, ...kind }],
  };
}

/** Steps of all stages. */
export const totalSteps = ({ stages }: RunDescription): number =>
  stages.reduce((sum, { steps }) => sum + steps, 0);
