import { Choice, Slider, Toggle } from '../../ui/controls.tsx';
import { memo } from '../../ui/memo.tsx';
import {
  LOSSES,
  MAXIMUM_BIAS,
  MAXIMUM_PAIRS,
  MAXIMUM_SEED,
  MAXIMUM_TEMPERATURE,
  MINIMUM_BIAS,
  MINIMUM_PAIRS,
  MINIMUM_TEMPERATURE,
  type State,
  STARTS,
} from './state.ts';
import { TEMPERATURE_SYMBOL } from './symbols.ts';
import type { Props } from './view.tsx';

type Part<Field extends keyof State> = Pick<State, Field> & Pick<Props, 'strings' | 'change'>;

/** Each control is drawn anew only if its own value is another. */
export function Controls({ state, strings, change }: Props) {
  const { loss, start, pairs, tau, bias, seed, same } = state;
  return (
    <>
      <Kind {...{ loss, start, strings, change }} />
      <div class="controls infonce-sliders">
        <Pairs {...{ pairs, strings, change }} />
        <Temperature {...{ loss, tau, strings, change }} />
        {loss === 'sigmoid' && <Bias {...{ bias, strings, change }} />}
        <Seed {...{ seed, strings, change }} />
        <Same {...{ same, strings, change }} />
      </div>
    </>
  );
}

/** Another start begins at step 0. */
const Kind = memo(({ loss, start, strings, change }: Part<'loss' | 'start'>) => (
  <div class="controls">
    <Choice
      name="infonce-loss"
      label={strings.lossChoice}
      value={loss}
      options={LOSSES.map((value) => ({ value, text: strings.lossName[value] }))}
      onChange={(value) => change({ loss: value })}
    />
    <Choice
      name="infonce-start"
      label={strings.start}
      value={start}
      options={STARTS.map((value) => ({ value, text: strings.startName[value] }))}
      onChange={(value) => change({ start: value, steps: 0 })}
    />
  </div>
));

const Pairs = memo(({ pairs, strings, change }: Part<'pairs'>) => (
  <Slider
    label={strings.pairs}
    symbol="pairs-in-batch"
    value={pairs}
    minimum={MINIMUM_PAIRS}
    maximum={MAXIMUM_PAIRS}
    step={1}
    text={String(pairs)}
    onChange={(value) => change({ pairs: value })}
  />
));

const Temperature = memo(({ loss, tau, strings, change }: Part<'loss' | 'tau'>) => (
  <Slider
    label={strings.temperature[loss]}
    symbol={TEMPERATURE_SYMBOL[loss]}
    value={tau}
    minimum={MINIMUM_TEMPERATURE}
    maximum={MAXIMUM_TEMPERATURE}
    step={0.01}
    text={strings.tau(tau)}
    onChange={(value) => change({ tau: value })}
  />
));

const Bias = memo(({ bias, strings, change }: Part<'bias'>) => (
  <Slider
    label={strings.bias}
    symbol="sigmoid-bias"
    value={bias}
    minimum={MINIMUM_BIAS}
    maximum={MAXIMUM_BIAS}
    step={0.1}
    text={strings.biasValue(bias)}
    onChange={(value) => change({ bias: value })}
  />
));

const Seed = memo(({ seed, strings, change }: Part<'seed'>) => (
  <Slider
    label={strings.seed}
    value={seed}
    minimum={1}
    maximum={MAXIMUM_SEED}
    step={1}
    text={String(seed)}
    onChange={(value) => change({ seed: value, start: 'random', steps: 0 })}
  />
));

const Same = memo(({ same, strings, change }: Part<'same'>) => (
  <Toggle
    label={strings.same}
    value={same}
    onChange={(value) => change({ same: value, steps: 0 })}
  />
));
