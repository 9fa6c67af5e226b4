import type { Curve } from './worker/snapshot.ts';

/** A curve with more points than this is thinned out: no screen shows more. */
const MOST_POINTS = 400;

/** The curve with a point more; a long one has its points merged two by two. */
export function addPoint(curve: Curve, point: Curve[number]): Curve {
  const kept = curve.length < MOST_POINTS ? curve : halve(curve);
  return [...kept, point];
}

const halve = (curve: Curve): Curve =>
  curve.flatMap(([step, loss], index) =>
    index % 2 === 0 ? [] : [[step, (curve[index - 1][1] + loss) / 2] as const],
  );
