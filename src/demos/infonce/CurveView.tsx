import { LossChart } from '../../ui/LossChart.tsx';
import { later } from '../../ui/later.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { GradientCheckView } from './GradientCheckView.tsx';
import { MAXIMUM_STEPS } from './state.ts';
import { LOSS_SYMBOL } from './symbols.ts';
import type { Props } from './view.tsx';

/** The loss over the steps, between the losses that are known, and what it is made of. */
export const CurveView = later(function CurveView({ state, derived, strings }: Props) {
  const { chance, floor } = derived;
  const levels = [{ value: chance, label: strings.chance[state.loss](derived) }];
  if (floor !== undefined) levels.push({ value: floor, label: strings.floor(floor) });
  return (
    <div class="infonce-pair">
      <section data-sym={LOSS_SYMBOL[state.loss]}>
        <LossChart
          series={[{ name: strings.loss, points: derived.curve, look: 'here' }]}
          steps={MAXIMUM_STEPS}
          levels={levels}
          label={strings.curveLabel(derived)}
          axisNames={{ x: strings.step, y: strings.loss }}
        />
      </section>
      <section class="infonce-numbers">
        {strings.numbers[state.loss](derived).map((text, index) => (
          <p key={index}>
            <Subscripts text={text} />
          </p>
        ))}
        <GradientCheckView state={state} strings={strings} />
      </section>
    </div>
  );
});
