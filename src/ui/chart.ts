/** A point of a curve: x, y. */
export type Point = readonly [x: number, y: number];

/** The ranges of a chart, from zero. */
export interface Axes {
  xMaximum: number;
  yMaximum: number;
}

/** A number at an axis, and its place in percent of the axis. */
export interface Tick {
  value: number;
  percent: number;
}

/** Axes that hold `xMaximum` and `yMaximum`; y ends at a tick, and so stays while a curve moves a little. */
export function axesFor(xMaximum: number, yMaximum: number): Axes {
  const largest = yMaximum > 0 ? yMaximum : 1;
  const step = tickStep(largest);
  return {
    xMaximum: Math.max(1, xMaximum),
    yMaximum: rounded(step * Math.ceil(rounded(largest / step))),
  };
}

/** A curve as a path in the square of side 100, y upwards; what is no number, or beyond the axis, is left out. */
export function curvePath(points: readonly Point[], { xMaximum, yMaximum }: Axes): string {
  return points
    .filter(([x, y]) => Number.isFinite(y) && x <= xMaximum)
    .map(([x, y], index) => {
      const across = ((100 * x) / xMaximum).toFixed(1);
      const down = (100 - Math.min(100, (100 * y) / yMaximum)).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${across} ${down}`;
    })
    .join('');
}

/** At most `count` points: the means of neighbours. */
export function thinned(points: readonly Point[], count: number): Point[] {
  if (points.length <= count) return [...points];
  const size = Math.ceil(points.length / count);
  const groups = Array.from({ length: Math.ceil(points.length / size) }, (_, index) =>
    points.slice(index * size, (index + 1) * size),
  );
  return groups.map((group) => [
    group.at(-1)![0],
    group.reduce((sum, [, y]) => sum + y, 0) / group.length,
  ]);
}

/** About four numbers 0, s, 2s, … up to the maximum, s being 1, 2 or 5 times a power of ten. */
export function ticks(maximum: number): Tick[] {
  const step = tickStep(maximum);
  return Array.from({ length: Math.floor(rounded(maximum / step)) + 1 }, (_, index) => ({
    value: rounded(index * step),
    percent: (100 * index * step) / maximum,
  }));
}

function tickStep(maximum: number): number {
  const power = 10 ** Math.floor(Math.log10(maximum / 3));
  return [1, 2, 5, 10]
    .map((factor) => factor * power)
    .find((step) => rounded(maximum / step) <= 5)!;
}

/** Without the rounding 3 · 0.1 would be 0.30000000000000004. */
const rounded = (value: number) => Number(value.toPrecision(12));
