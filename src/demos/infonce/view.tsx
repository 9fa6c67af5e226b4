import type { ViewProps } from '../definition.ts';
import { CircleView } from './CircleView.tsx';
import { Controls } from './Controls.tsx';
import { CurveView } from './CurveView.tsx';
import type { Derived } from './derive.ts';
import { PairMatrix } from './PairMatrix.tsx';
import type { State } from './state.ts';
import { StepControls } from './StepControls.tsx';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function InfoNceView(props: Props) {
  const { state, strings, change } = props;
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
      <StepControls steps={state.steps} strings={strings} change={change} />
      <CurveView {...props} />
    </div>
  );
}
