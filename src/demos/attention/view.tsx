import { useState } from 'preact/hooks';
import { Choice, Slider } from '../../ui/controls.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { HeadChoice } from './HeadChoice.tsx';
import { Heads } from './Heads.tsx';
import { QueryRow } from './QueryRow.tsx';
import { MASKS, MAXIMUM_TEMPERATURE, MINIMUM_TEMPERATURE, type State } from './state.ts';
import type { Strings } from './strings.ts';
import { TokenPicture } from './TokenPicture.tsx';
import { WeightMatrix } from './WeightMatrix.tsx';

export type Props = ViewProps<State, Derived, Strings>;

/** What the parts of the view share: one token, pointed at or picked, is lit in all of them. */
export interface PartProps extends Props {
  lit: number;
  point: (token: number | undefined) => void;
}

export function AttentionView(props: Props) {
  const { state, strings } = props;
  const [pointed, point] = useState<number>();
  const parts: PartProps = { ...props, lit: pointed ?? state.key, point };
  return (
    <div class="attention">
      <Controls {...props} />
      <div class="attention-pair">
        <TokenPicture {...parts} />
        <WeightMatrix {...parts} />
      </div>
      <QueryRow {...parts} />
      <Heads {...props} />
      <p class="attention-note">
        <Subscripts text={strings.weightsNote} />
      </p>
    </div>
  );
}

function Controls(props: Props) {
  const { state, strings, change } = props;
  return (
    <>
      <HeadChoice {...props} />
      <div class="controls">
        <Slider
          label={strings.temperature}
          symbol="temperature"
          value={state.tau}
          minimum={MINIMUM_TEMPERATURE}
          maximum={MAXIMUM_TEMPERATURE}
          step={0.1}
          text={strings.tau(state.tau)}
          onChange={(tau) => change({ tau })}
        />
        <Choice
          name="attention-mask"
          label={strings.mask}
          symbol="mask"
          value={state.mask}
          options={MASKS.map((value) => ({ value, text: strings.maskName[value] }))}
          onChange={(mask) => change({ mask })}
        />
      </div>
    </>
  );
}
