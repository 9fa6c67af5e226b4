import type * as v from 'valibot';
import runsFile from '../../data/runs.json';
import {
  alignmentRun,
  contrastiveRun,
  instructionRun,
  languageRun,
  peftRun,
  pipelineRun,
  type RunDescription,
  type Source,
  totalSteps,
} from '../../train/description.ts';
import { TASKS } from '../../train/tasks.ts';
import { judge, type Judged } from './judge.ts';
import type { ShippedRun, ShippedRuns } from './runs.ts';
import { sampleScenes, type SampleTurn, sampleTurns } from './samples.ts';
import { LAST_SEED, type schema, type StageName } from './state.ts';
import type { Scene } from '../../world/scene.ts';

export type State = v.InferOutput<typeof schema>;

const { parameters, runs } = runsFile as unknown as ShippedRuns;

/** A part of the model, in the order in which an image passes it. */
export interface Part {
  name: 'vision' | 'text' | 'connector' | 'decoder' | 'change';
  parameters: number;
  isTrained: boolean;
}

export interface Derived {
  stage: StageName;
  /** What is trained, and beside it the same with the other connector */
  run: RunDescription;
  beside: RunDescription | undefined;
  steps: number;
  batch: number;
  parts: Part[];
  trained: number;
  total: number;
  /** What the trained parts can start from here, and do */
  sources: readonly Source[];
  from: Source;
  canCompare: boolean;
  nextSeed: { seed: number };
  /** The loss of guessing; of stage 0a only */
  guessing: number | undefined;
  /** Our run of the same kind, if there is one */
  shipped: ShippedRun | undefined;
  scenes: readonly Scene[];
  turns: readonly SampleTurn[];
  /** What our model says to them */
  shippedAnswers: readonly Judged[] | undefined;
  shippedSimilarities: readonly (readonly number[])[] | undefined;
}

const SOURCES: Readonly<Record<StageName, readonly Source[]>> = {
  encoder: ['scratch', 'shipped', 'mine'],
  language: ['scratch', 'shipped', 'mine'],
  connector: ['scratch', 'shipped', 'mine'],
  instructions: ['shipped', 'scratch', 'mine'],
  peft: ['shipped', 'mine'],
  pipeline: ['scratch'],
};

export function derive(state: State): Derived {
  const { stage } = state;
  const sources = SOURCES[stage];
  const from = sources.includes(state.from) ? state.from : sources[0];
  const run = runOf(state, state.connector, from);
  const parts = partsOf(state);
  const shipped = shippedRun(state, run);
  const turns = sampleTurns(stage, stage === 'peft' ? TASKS[state.task] : undefined);
  const canCompare = stage === 'connector' || stage === 'instructions';
  const isCompared = canCompare && state.compare !== 'none' && state.compare !== state.connector;
  const sum = (chosen: readonly Part[]) => chosen.reduce((all, part) => all + part.parameters, 0);
  return {
    stage,
    run,
    beside: isCompared && state.compare !== 'none' ? runOf(state, state.compare, from) : undefined,
    steps: totalSteps(run),
    batch: run.stages[0].batch,
    parts,
    trained: sum(parts.filter(({ isTrained }) => isTrained)),
    total: sum(parts),
    sources,
    from,
    canCompare,
    nextSeed: { seed: (state.seed % LAST_SEED) + 1 },
    guessing: stage === 'encoder' ? guessingLoss(state, run.stages[0].batch) : undefined,
    shipped,
    scenes: sampleScenes(),
    turns,
    shippedAnswers: shipped?.answers && judge(turns, shipped.answers),
    // Of the encoder as it is in the end, whichever part of its training is chosen.
    shippedSimilarities: stage === 'encoder' ? runs['clip'].similarities : undefined,
  };
}

function runOf(state: State, connector: State['connector'], from: Source): RunDescription {
  const { stage, seed, objects, method, task } = state;
  const choices = { seed, from };
  switch (stage) {
    case 'encoder':
      return contrastiveRun(objects, choices);
    case 'language':
      return languageRun(choices);
    case 'connector':
      return alignmentRun(connector, choices);
    case 'instructions':
      return instructionRun(connector, choices);
    case 'peft':
      return peftRun(method, task, choices);
    case 'pipeline':
      return pipelineRun(connector, seed);
  }
}

/** The parts that a stage uses, and which of them it changes. */
function partsOf({ stage, connector, method }: State): Part[] {
  const part = (name: Part['name'], size: string, isTrained: boolean): Part => ({
    name,
    parameters: parameters[size],
    isTrained,
  });
  const text: Part = {
    name: 'text',
    parameters: parameters['clip'] - parameters['vision'],
    isTrained: true,
  };
  const reader = (trained: readonly Part['name'][]) => [
    part('vision', 'vision', trained.includes('vision')),
    part('connector', connector, trained.includes('connector')),
    part('decoder', 'decoder', trained.includes('decoder')),
  ];
  switch (stage) {
    case 'encoder':
      return [part('vision', 'vision', true), text];
    case 'language':
      return [part('decoder', 'decoder', true)];
    case 'connector':
      return reader(['connector']);
    case 'instructions':
      return reader(['connector', 'decoder']);
    case 'peft': {
      const isOwnPart = method === 'connector' || method === 'decoder';
      const change = isOwnPart ? [] : [part('change', method, true)];
      return [
        part('vision', 'vision', false),
        part('connector', 'mlp', method === 'connector'),
        part('decoder', 'decoder', method === 'decoder'),
        ...change,
      ];
    }
    case 'pipeline':
      return reader(['vision', 'connector', 'decoder']);
  }
}

/** The checkpoint that our run of a stage made; there is none where we have made no such run. */
function checkpointOf({ stage, connector, objects }: State): string | undefined {
  switch (stage) {
    case 'encoder':
      return objects === 'several' ? 'clip' : undefined;
    case 'language':
      return 'language';
    case 'connector':
      return `align-${connector}`;
    case 'instructions':
    case 'pipeline':
      return `instruct-${connector}`;
    case 'peft':
      return undefined;
  }
}

function shippedRun(state: State, run: RunDescription): Derived['shipped'] {
  const made = runs[checkpointOf(state) ?? ''];
  if (!made) return undefined;
  return state.stage === 'pipeline' ? { ...made, curve: pipelineCurve(run) } : made;
}

/** The curves of our runs one after the other, each where its stage begins in the whole pipeline. */
function pipelineCurve({ stages, connector }: RunDescription): ShippedRun['curve'] {
  const made = [undefined, 'clip', 'language', `align-${connector}`, `instruct-${connector}`];
  return made.flatMap((name, index) => {
    const start = totalSteps({ connector, stages: stages.slice(0, index) });
    const curve = runs[name ?? '']?.curve ?? [];
    return curve.map(([step, loss]) => [start + step, loss] as const);
  });
}

/**
 * Of guessing, ln N among N captions; with near misses each picture has 2N captions to choose from,
 * each caption still N pictures, and the loss is the mean of both.
 */
const guessingLoss = ({ objects }: State, batch: number): number =>
  objects === 'one' ? Math.log(batch) : (Math.log(2 * batch) + Math.log(batch)) / 2;
