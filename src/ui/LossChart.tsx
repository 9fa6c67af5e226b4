import { axesFor, curvePath, type Point, thinned, ticks } from './chart.ts';
import { memo } from './memo.tsx';

/** A curve of a loss over steps. */
export interface LossSeries {
  name: string;
  points: readonly Point[];
  /** A run of this page, the run beside it, or one made before */
  look: 'here' | 'beside' | 'before';
}

interface Props {
  series: readonly LossSeries[];
  /** The steps of the whole run; the axis reaches at least so far. */
  steps: number;
  /** Losses to be marked, such as that of guessing. */
  levels?: readonly { value: number; label: string }[];
  /** What is seen, in words. */
  label: string;
  axisNames: { x: string; y: string };
}

/** More points than the chart is wide are not seen. */
const MOST_POINTS = 160;

/** Losses over the steps of training: dashed, in the colour of losses; runs made before are grey. */
export function LossChart({ series, steps, levels = [], label, axisNames }: Props) {
  const heights = [...series.flatMap(({ points }) => points.map(([, y]) => y)), 0];
  const axes = axesFor(
    steps,
    Math.max(...levels.map(({ value }) => value), ...heights.filter(Number.isFinite)),
  );
  return (
    <figure class="loss-chart">
      <div class="loss-chart-plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <path class="loss-chart-axis" d="M0 0V100H100" />
          {levels.map(({ value }, index) => (
            <path
              key={index}
              class="loss-chart-level"
              d={curvePath(
                [
                  [0, value],
                  [axes.xMaximum, value],
                ],
                axes,
              )}
            />
          ))}
          {series.map(({ name, look, points }) => (
            <path
              key={name}
              class={`loss-chart-curve loss-chart-${look}`}
              d={curvePath(thinned(points, MOST_POINTS), axes)}
            />
          ))}
        </svg>
        <span class="loss-chart-name" aria-hidden="true">
          {axisNames.y}
        </span>
        {levels.map(({ value, label: text }, index) => (
          <span
            key={index}
            class="loss-chart-level-name"
            style={{ bottom: `${(100 * value) / axes.yMaximum}%` }}
          >
            {text}
          </span>
        ))}
        {ticks(axes.yMaximum).map(({ value, percent }) => (
          <span
            key={value}
            class="loss-chart-y"
            style={{ bottom: `${percent}%` }}
            aria-hidden="true"
          >
            {value}
          </span>
        ))}
        <XTicks maximum={axes.xMaximum} />
      </div>
      <figcaption>
        <span class="loss-chart-step">{axisNames.x} →</span>
        {series.map(({ name, look }) => (
          <Key key={name} name={name} look={look} />
        ))}
      </figcaption>
    </figure>
  );
}

/** The numbers of the steps, which stay while the curves move. */
const XTicks = memo(({ maximum }: { maximum: number }) => (
  <>
    {ticks(maximum).map(({ value, percent }) => (
      <span key={value} class="loss-chart-x" style={{ left: `${percent}%` }} aria-hidden="true">
        {value}
      </span>
    ))}
  </>
));

/** What a curve's look stands for. */
const Key = memo(({ name, look }: Pick<LossSeries, 'name' | 'look'>) => (
  <span class="loss-chart-key">
    <svg viewBox="0 0 24 4" aria-hidden="true">
      <path class={`loss-chart-curve loss-chart-${look}`} d="M0 2H24" />
    </svg>
    {name}
  </span>
));
