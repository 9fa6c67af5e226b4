import type { ComponentChildren } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import { memo } from './memo.tsx';
import { Radio } from './Radio.tsx';

interface SliderProps {
  label: ComponentChildren;
  value: number;
  minimum: number;
  maximum: number;
  step: number;
  /** The value as the reader sees and hears it. */
  text: string;
  onChange: (value: number) => void;
  /** The symbol this slider sets, lit together with the equation's. */
  symbol?: string;
}

/** A labelled range input with its value beside it. */
export function Slider({
  label,
  value,
  minimum,
  maximum,
  step,
  text,
  onChange,
  symbol,
}: SliderProps) {
  return (
    <label class="control control-slider" data-sym={symbol}>
      <span class="control-label">{label}</span>
      <input
        type="range"
        min={minimum}
        max={maximum}
        step={step}
        value={String(value)}
        aria-valuetext={text}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output class="control-value">{text}</output>
    </label>
  );
}

interface ChoiceProps<Value extends string | number> {
  /** Unique on the page: the name of the radio group. */
  name: string;
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
  symbol?: string;
}

/** One of a few options, side by side. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const latest = useRef(props);
  // Callers write options and handler anew each time; while they say the same, nothing is drawn.
  const options = isSame(latest.current.options, props.options)
    ? latest.current.options
    : props.options;
  latest.current = { ...props, options };
  const onChange = useCallback((value: string | number) => {
    latest.current.onChange(value as Value);
  }, []);
  return <Options {...props} options={options} onChange={onChange} />;
}

function isSame(before: ChoiceProps<string | number>['options'], after: typeof before): boolean {
  return (
    before.length === after.length &&
    before.every(({ value, text }, i) => value === after[i].value && text === after[i].text)
  );
}

const Options = memo(function Options(props: ChoiceProps<string | number>) {
  const { name, label, value, options, onChange, symbol } = props;
  return (
    <fieldset class="control control-choice" data-sym={symbol}>
      <legend class="control-label">{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <Radio
              group={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
});

interface ToggleProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  symbol?: string;
}

/** On or off. */
export function Toggle({ label, value, onChange, symbol }: ToggleProps) {
  return (
    <label class="control control-toggle" data-sym={symbol}>
      <input
        type="checkbox"
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="control-label">{label}</span>
    </label>
  );
}
