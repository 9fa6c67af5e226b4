import { useState } from 'preact/hooks';
import { checkGradient, type GradientCheck } from './checkGradient.ts';
import type { State } from './state.ts';
import type { Props } from './view.tsx';

/** At a press: is the gradient what finite differences say? The answer holds for the state it was asked in. */
export function GradientCheckView({ state, strings }: Pick<Props, 'state' | 'strings'>) {
  const [checked, setChecked] = useState<{ state: State; result: GradientCheck }>();
  const result = checked?.state === state ? checked.result : undefined;
  return (
    <div class="infonce-check" data-sym="gradient">
      <button
        type="button"
        data-action="check-gradient"
        onClick={() => setChecked({ state, result: checkGradient(state) })}
      >
        {strings.check}
      </button>
      <p role="status">{result ? strings.checked(result) : strings.checkNote}</p>
    </div>
  );
}
