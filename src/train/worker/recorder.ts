import { type RunDescription, totalSteps } from '../description.ts';
import type { Curve } from './snapshot.ts';

/** Points that the curve of a run has at its end. */
const POINTS = 200;

/** Keeps the curve of the loss, thinned out, and the mean since the last report. */
export interface Recorder {
  /** Steps of the stages before one */
  stepsBefore(stageIndex: number): number;
  /** The loss of a step, counted over all stages */
  add(step: number, loss: number): void;
  /** The mean loss since the last call; there must have been a step */
  takeMean(): number;
  curve(): Curve;
}

/** Goes on from a curve that was saved. */
export function createRecorder(run: RunDescription, saved: Curve): Recorder {
  const every = Math.max(1, Math.round(totalSteps(run) / POINTS));
  const curve: Curve = [...saved];
  let reported: number[] = [];
  let point: number[] = [];
  return {
    stepsBefore: (stageIndex) => totalSteps({ ...run, stages: run.stages.slice(0, stageIndex) }),
    add: (step, loss) => {
      reported.push(loss);
      point.push(loss);
      if (step % every !== 0) return;
      curve.push([step, mean(point)]);
      point = [];
    },
    takeMean: () => {
      const value = mean(reported);
      reported = [];
      return value;
    },
    curve: () => [...curve],
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
