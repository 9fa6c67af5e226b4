import type { ComponentChildren } from 'preact';
import { Alternatives } from '../../ui/Alternatives.tsx';
import { Slider } from '../../ui/controls.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { PLACE_COUNT } from './places.ts';
import type { Props } from './view.tsx';

/** The five strongest places; a line for each, whether there is one or not. */
export function Strongest({ derived, strings }: Props) {
  const places = Array.from({ length: PLACE_COUNT }, (_, index) => derived.places[index]);
  return (
    <div class="non-local-strongest">
      <p class="non-local-title">{strings.strongest}</p>
      <ol>
        {places.map((place, index) => (
          <li key={index}>
            <span class="non-local-weight">
              {place ? strings.number(place.weight) : strings.none}
            </span>
            <span>{place ? strings.shortPlace(place) : ''}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** x, y and z of the picked position as colours, and how strongly y is added. */
export function Output({ state, derived, strings, change }: Props) {
  const { colours } = derived;
  return (
    <div class="non-local-output">
      <Slider
        label={<Subscripts text={strings.strength} />}
        symbol="non-local-projection"
        value={state.strength}
        minimum={0}
        maximum={1}
        step={0.05}
        text={strings.strengthText(state.strength)}
        onChange={(strength) => change({ strength })}
      />
      <ul class="non-local-swatches">
        <Swatch colour={colours.x} symbol="location">
          <Subscripts text={strings.output.x} />
        </Swatch>
        <Swatch colour={colours.y} symbol="non-local-response">
          <Alternatives texts={strings.output.y} shown={derived.isNormalised ? 'mean' : 'sum'} />
        </Swatch>
        <Swatch colour={colours.z} symbol="non-local-output">
          <Subscripts text={strings.output.z} />
        </Swatch>
      </ul>
    </div>
  );
}

interface SwatchProps {
  colour: string;
  symbol: string;
  children: ComponentChildren;
}

function Swatch({ colour, symbol, children }: SwatchProps) {
  return (
    <li data-sym={symbol}>
      <span class="non-local-swatch" style={{ background: colour }} />
      <span>{children}</span>
    </li>
  );
}

export function Sums({ derived, strings }: Props) {
  const facts = strings.facts;
  return (
    <dl class="non-local-facts">
      <Fact name={facts.weightSum.name} value={facts.weightSum.value(derived)} />
      <Fact name={facts.near.name} value={facts.near.value(derived)} />
      <Fact name={facts.ratio.name} value={facts.ratio.value(derived)} symbol="normaliser" />
      <Fact name={facts.distance.name} value={facts.distance.value(derived)} />
    </dl>
  );
}

function Fact({ name, value, symbol }: { name: string; value: string; symbol?: string }) {
  return (
    <div data-sym={symbol}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
