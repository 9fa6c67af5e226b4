import { useState } from 'preact/hooks';
import { checkGradient, type GradientCheck } from './checkGradient.ts';
import type { Props } from './view.tsx';

/** At a press: is the gradient what finite differences say? The answer holds for the state it was asked in. */
export function GradientCheckView({ state, strings }: Props) {
  const [checked, setChecked] = useState<{ state: string; result: GradientCheck }>();
  const now = JSON.stringify(state);
  const result = checked?.state === now ? checked.result : undefined;
  return (
    <div class="infonce-check" data-sym="gradient">
      <button
        type="button"
        data-action="check-gradient"
        onClick={() => setChecked({ state: now, result: checkGradient(state) })}
      >
        {strings.check}
      </button>
      <p role="status">{result ? strings.checked(result) : strings.checkNote}</p>
    </div>
  );
}
