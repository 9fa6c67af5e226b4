/** The course of the learning rate. */
export interface Schedule {
  steps: number;
  peak: number;
  /** Steps of linear rise at the start */
  warmup: number;
}

/** The last learning rate, as a share of the peak. */
const FLOOR = 0.05;

/** A short rise, then half a cosine down to a twentieth of the peak. */
export const cosineSchedule = (steps: number, peak: number): Schedule => ({
  steps,
  peak,
  warmup: Math.min(100, Math.floor(steps / 10) + 1),
});

/** The learning rate of a step, counted from 0. */
export function learningRate({ steps, peak, warmup }: Schedule, step: number): number {
  const rise = Math.min(1, (step + 1) / warmup);
  const fall = (1 + Math.cos((Math.PI * step) / steps)) / 2;
  return peak * rise * (FLOOR + (1 - FLOOR) * fall);
}
