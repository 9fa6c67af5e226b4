import { Choice, Slider, Toggle } from '../../ui/controls.tsx';
import { LossChart } from '../../ui/LossChart.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import type { ViewProps } from '../definition.ts';
import { CircleView } from './CircleView.tsx';
import type { Derived } from './derive.ts';
import { GradientCheckView } from './GradientCheckView.tsx';
import { PairMatrix } from './PairMatrix.tsx';
import {
  MAXIMUM_PAIRS,
  MAXIMUM_SEED,
  MAXIMUM_STEPS,
  MAXIMUM_TEMPERATURE,
  MINIMUM_PAIRS,
  MINIMUM_TEMPERATURE,
  type State,
  STARTS,
} from './state.ts';
import { StepControls } from './StepControls.tsx';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function InfoNceView(props: Props) {
  const { derived, strings } = props;
  return (
    <div class="infonce">
      <Controls {...props} />
      <div class="infonce-pair">
        <section>
          <CircleView {...props} />
        </section>
        <section>
          <PairMatrix {...props} />
        </section>
      </div>
      <StepControls {...props} />
      <div class="infonce-pair">
        <section data-sym="contrastive-loss">
          <LossChart
            series={[{ name: strings.loss, points: derived.curve, look: 'here' }]}
            steps={MAXIMUM_STEPS}
            levels={[
              { value: derived.chance, label: strings.chance(derived) },
              { value: derived.floor, label: strings.floor(derived) },
            ]}
            label={strings.curveLabel(derived)}
            axisNames={{ x: strings.step, y: strings.loss }}
          />
        </section>
        <section class="infonce-numbers">
          {strings.numbers(derived).map((text, index) => (
            <p key={index}>
              <Subscripts text={text} />
            </p>
          ))}
          <GradientCheckView {...props} />
        </section>
      </div>
    </div>
  );
}

/** Another start begins at step 0. */
function Controls({ state, strings, change }: Props) {
  return (
    <div class="controls">
      <Choice
        name="infonce-start"
        label={strings.start}
        value={state.start}
        options={STARTS.map((value) => ({ value, text: strings.startName[value] }))}
        onChange={(start) => change({ start, steps: 0 })}
      />
      <Slider
        label={strings.pairs}
        symbol="pair-count"
        value={state.pairs}
        minimum={MINIMUM_PAIRS}
        maximum={MAXIMUM_PAIRS}
        step={1}
        text={String(state.pairs)}
        onChange={(pairs) => change({ pairs })}
      />
      <Slider
        label={strings.temperature}
        symbol="temperature"
        value={state.tau}
        minimum={MINIMUM_TEMPERATURE}
        maximum={MAXIMUM_TEMPERATURE}
        step={0.01}
        text={strings.tau(state.tau)}
        onChange={(tau) => change({ tau })}
      />
      <Slider
        label={strings.seed}
        value={state.seed}
        minimum={1}
        maximum={MAXIMUM_SEED}
        step={1}
        text={String(state.seed)}
        onChange={(seed) => change({ seed, start: 'random', steps: 0 })}
      />
      <Toggle
        label={strings.same}
        value={state.same}
        onChange={(same) => change({ same, steps: 0 })}
      />
    </div>
  );
}
