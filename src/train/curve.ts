import type { Curve } from './worker/snapshot.ts';

/** A curve has about so many points at its end: no screen shows more. */
const POINTS = 400;

/**
 * The curve with a point more, of a run of `allSteps`. A point is the mean loss since the one before; the
 * last one takes the new one in until it stands for its share of the run. What lies beyond the new point
 * is of a past that a failure has undone.
 */
export function addPoint(curve: Curve, [step, loss]: Curve[number], allSteps: number): Curve {
  const kept = curve.filter(([before]) => before < step);
  const begin = kept.at(-2)?.[0] ?? 0;
  const last = kept.at(-1);
  if (!last || last[0] - begin >= allSteps / POINTS) return [...kept, [step, loss]];
  const share = (step - last[0]) / (step - begin);
  return [...kept.slice(0, -1), [step, (1 - share) * last[1] + share * loss]];
}
