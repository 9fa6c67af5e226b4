import { LossChart, type LossSeries } from '../../ui/LossChart.tsx';
import type { LiveRun } from './live.ts';
import type { Props } from './view.tsx';

/** The loss curves: ours as a thin line, those of this page over it. */
export function Chart({ derived, strings, live }: Props & { live: readonly LiveRun[] }) {
  const { shipped, run, beside, steps, guessing } = derived;
  const runs = [run, beside];
  const here = live.flatMap(({ curve }, index): LossSeries[] => {
    if (curve.length === 0) return [];
    const name = beside
      ? strings.hereWith(strings.connectors[runs[index]!.connector])
      : strings.here;
    return [{ name, points: curve, look: index === 0 ? 'here' : 'beside' }];
  });
  const ours: LossSeries[] = shipped
    ? [{ name: strings.ours(shipped.seed), points: shipped.curve, look: 'before' }]
    : [];
  const last = live[0]?.curve.at(-1)?.[1];
  return (
    <section
      class="lab-train-chart"
      data-sym={derived.stage === 'encoder' ? 'contrastive-loss' : 'answer-loss'}
    >
      <LossChart
        series={[...ours, ...here]}
        steps={steps}
        levels={guessing === undefined ? [] : [{ value: guessing, label: strings.guessing }]}
        label={strings.chartLabel(last)}
        axisNames={strings.axisNames}
      />
      {!shipped && here.length === 0 && <p class="lab-train-note">{strings.noRunOfOurs}</p>}
    </section>
  );
}
