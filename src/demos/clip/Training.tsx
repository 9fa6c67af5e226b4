import { Choice } from '../../ui/controls.tsx';
import { LossChart, type LossSeries } from '../../ui/LossChart.tsx';
import { OBJECTS } from './state.ts';
import { useTraining } from './useTraining.ts';
import type { Props } from './view.tsx';

/** The real training, in a worker, from fresh random weights; nothing of it is loaded before the press. */
export function Training({ state, derived, strings, change }: Props) {
  const { run, batch, steps, chance, shipped } = derived.training;
  const training = useTraining(JSON.stringify(run));
  const { status, curve } = training.state;
  const isBusy = status === 'loading' || status === 'running';
  const series: LossSeries[] = [
    ...(shipped.length > 0
      ? [{ name: strings.ours, points: shipped, look: 'before' as const }]
      : []),
    { name: strings.here, points: curve, look: 'here' },
  ];
  return (
    <section class="clip-training">
      <p class="clip-heading">{strings.training}</p>
      <div class="controls">
        <Choice
          name="clip-objects"
          label={strings.objects}
          value={state.objects}
          options={OBJECTS.map((value) => ({ value, text: strings.objectNames[value] }))}
          onChange={(objects) => change({ objects })}
        />
        <button
          type="button"
          data-action="train"
          onClick={() => (isBusy ? training.stop() : void training.start(run))}
        >
          {isBusy ? strings.stop : strings.train}
        </button>
      </div>
      <p class="clip-note" role="status">
        {strings.trainingStatus(training.state, { batch, steps, objects: state.objects })}
      </p>
      <LossChart
        series={series}
        steps={shipped.length > 0 ? Math.max(steps, shipped.at(-1)![0]) : steps}
        levels={[{ value: chance, label: strings.chance(derived) }]}
        label={strings.curveLabel(curve.at(-1)?.[1])}
        axisNames={{ x: strings.step, y: strings.loss }}
      />
    </section>
  );
}
