import { useMemo } from 'preact/hooks';
import type { ViewProps } from '../definition.ts';
import { Chart } from './Chart.tsx';
import type { Derived, State } from './derive.ts';
import { Export } from './Export.tsx';
import type { LiveRun, Said } from './live.ts';
import { Parts } from './Parts.tsx';
import { RunControls } from './RunControls.tsx';
import { Samples } from './Samples.tsx';
import { Settings } from './Settings.tsx';
import { Similarities } from './Similarities.tsx';
import { stateOf } from './stateOf.ts';
import type { Strings } from './strings.ts';
import { useTraining } from './useTraining.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function LabTrainView(props: Props) {
  const { state, derived, strings, change } = props;
  const training = useTraining(derived, ([run, beside]) => change(stateOf(run, beside)));
  const live = training.runs;
  const said = useSaid(live);
  return (
    <>
      <fieldset class="lab-train-settings" disabled={training.isActive}>
        <legend class="sr-only">{strings.stage}</legend>
        <Settings {...{ state, derived, strings, change }} />
      </fieldset>
      <p class="lab-train-about">{strings.stageNote[derived.stage]}</p>
      <Parts derived={derived} strings={strings} />
      <div class="lab-train-run-and-samples">
        <div class="lab-train-left">
          <RunControls {...props} training={training} />
          <Chart {...props} live={live} />
          <Export {...props} training={training} />
        </div>
        {derived.turns.length > 0 ? (
          <Samples derived={derived} strings={strings} said={said} />
        ) : (
          <Similarities derived={derived} strings={strings} said={said} />
        )}
      </div>
    </>
  );
}

/** What the runs have said; the same list until one of them says something new. */
function useSaid(live: readonly LiveRun[]): readonly Said[] {
  const [first, second] = live;
  return useMemo(
    () => live.map(({ before, sample }) => ({ before, sample })),
    [live.length, first?.before, first?.sample, second?.before, second?.sample],
  );
}
