import { useEffect, useState } from 'preact/hooks';
import { Slider } from '../../ui/controls.tsx';
import { memo } from '../../ui/memo.tsx';
import { MAXIMUM_STEPS, type State } from './state.ts';
import type { Props } from './view.tsx';

/** Milliseconds from one step of a run to the next. */
const INTERVAL = 60;

type StepProps = Pick<State, 'steps'> & Pick<Props, 'strings' | 'change'>;

/** Gradient steps: one, a run of all, or any number by the slider. */
export const StepControls = memo(function StepControls({ steps, strings, change }: StepProps) {
  const [isRunning, run] = useState(false);
  const isAtEnd = steps >= MAXIMUM_STEPS;
  useEffect(() => {
    if (!isRunning) return;
    if (isAtEnd) return run(false);
    const timer = setTimeout(() => change({ steps: steps + 1 }), INTERVAL);
    return () => clearTimeout(timer);
  }, [isRunning, isAtEnd, steps, change]);
  const start = () => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill) change({ steps: MAXIMUM_STEPS });
    else run(true);
  };
  return (
    <div class="infonce-steps">
      <button type="button" disabled={isAtEnd} onClick={() => change({ steps: steps + 1 })}>
        {strings.oneStep}
      </button>
      <button
        type="button"
        class="infonce-run"
        data-action="run"
        disabled={isAtEnd && !isRunning}
        onClick={() => (isRunning ? run(false) : start())}
      >
        {isRunning ? strings.pause : strings.run}
      </button>
      <Slider
        label={strings.step}
        value={steps}
        minimum={0}
        maximum={MAXIMUM_STEPS}
        step={1}
        text={String(steps)}
        onChange={(value) => change({ steps: value })}
      />
    </div>
  );
});
