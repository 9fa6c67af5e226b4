import { memo } from '../../ui/memo.tsx';
import type { Part } from './derive.ts';
import type { Props } from './view.tsx';

/** The parts that an image passes, how large they are, and which of them learn. */
export const Parts = memo(function Parts({ derived, strings }: Pick<Props, 'derived' | 'strings'>) {
  return (
    <div class="lab-train-model">
      <ol class="lab-train-parts">
        {derived.parts.map((part) => (
          <li key={part.name} class={partClass(part)}>
            <strong>{strings.partNames[part.name]}</strong>
            <span>{strings.parameters(part.parameters)}</span>
            <span class="lab-train-state">{part.isTrained ? strings.trained : strings.frozen}</span>
          </li>
        ))}
      </ol>
      <p class="lab-train-note">{strings.share(derived.trained, derived.total)}</p>
    </div>
  );
});

const partClass = ({ name, isTrained }: Part): string =>
  `lab-train-part lab-train-part-${name} ${isTrained ? 'lab-train-learns' : 'lab-train-frozen'}`;
