import type { RunDescription, StageDescription } from './description.ts';

/**
 * What a row of a batch costs in a step of each stage, in milliseconds of the machine on which it was
 * measured (docs/vlm-training.md). Only their ratios count: a run's own first steps give the scale.
 */
const COST: Readonly<Record<StageDescription['kind'], number>> = {
  contrastive: 3.4,
  language: 5.8,
  alignment: 5,
  instruction: 5.6,
  peft: 5.6,
  finished: 0,
};

/** What a step of two workers costs, of what one takes for it (docs/vlm-training.md). */
const DIVIDED_COST = 0.6;

/** The first steps of a stage compile; they say nothing of the others. */
const UNCOUNTED = 2;

/** Steps whose mean is the pace. */
const WINDOW = 20;

/** How fast a run is, and how long it will take from here. */
export interface Pace {
  /** A step has taken so long. */
  add(stageIndex: number, seconds: number): void;
  /** 0 until it has been measured */
  stepsPerSecond(): number;
  /** Seconds to the end of the run after `step` steps of a stage; undefined until measured */
  secondsLeft(stageIndex: number, step: number): number | undefined;
}

/**
 * Measures a run, some of whose stages may be divided between two workers. Stages that are still to come
 * are taken to cost what they did elsewhere, in proportion.
 */
export function createPace(
  { stages }: RunDescription,
  isDivided: (stage: StageDescription) => boolean,
): Pace {
  let stage = -1;
  let count = 0;
  let recent: number[] = [];
  let scale: number | undefined; // seconds here a millisecond there
  const mean = () => recent.reduce((sum, seconds) => sum + seconds, 0) / recent.length;
  const cost = (index: number) => {
    const stage = stages[index];
    return COST[stage.kind] * stage.batch * (isDivided(stage) ? DIVIDED_COST : 1);
  };
  return {
    add: (stageIndex, seconds) => {
      if (stageIndex !== stage) [stage, count, recent] = [stageIndex, 0, []];
      count += 1;
      if (count <= UNCOUNTED) return;
      recent = [...recent, seconds].slice(-WINDOW);
      if (cost(stageIndex) > 0) scale = mean() / cost(stageIndex);
    },
    stepsPerSecond: () => (recent.length === 0 ? 0 : 1 / mean()),
    secondsLeft: (stageIndex, step) => {
      if (scale === undefined) return undefined;
      return stages.slice(stageIndex).reduce((sum, { steps }, offset) => {
        const left = offset === 0 ? steps - step : steps;
        return sum + left * cost(stageIndex + offset) * scale!;
      }, 0);
    },
  };
}
