import type { ComponentChildren } from 'preact';
import type { PixelImage } from '../../kernels/image.ts';
import { bitmapDataUri } from '../../ui/bitmap.ts';
import { Choice, Slider } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { Veil } from '../../ui/Veil.tsx';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { LossCurve } from './LossCurve.tsx';
import { DRAWING_NAMES, SIDE } from './model.ts';
import { MAXIMUM_GATE, MINIMUM_GATE, type State } from './state.ts';
import type { Strings } from './strings.ts';

type Props = ViewProps<State, Derived, Strings>;

export function SaganView(props: Props) {
  const { state, strings, change } = props;
  return (
    <div class="sagan">
      <div class="controls">
        <Slider
          label={strings.gate}
          symbol="sagan-gate"
          value={state.gamma}
          minimum={MINIMUM_GATE}
          maximum={MAXIMUM_GATE}
          step={0.05}
          text={strings.gamma(state.gamma)}
          onChange={(gamma) => change({ gamma })}
        />
        <Choice
          name="sagan-drawing"
          label={strings.drawing}
          value={state.drawing}
          options={DRAWING_NAMES.map((value) => ({ value, text: strings.drawingName[value] }))}
          onChange={(drawing) => change({ drawing })}
        />
      </div>
      <Maps {...props} />
      <div class="sagan-results">
        <Numbers {...props} />
        <LossCurve curve={props.derived.curve} strings={strings} />
      </div>
      <p class="sagan-note">
        <Subscripts text={strings.about} />
      </p>
    </div>
  );
}

/** x, where one location looks, what attention brings, and the sum. */
function Maps({ state, derived, strings, change }: Props) {
  const { maps, mapNote } = strings;
  return (
    <ol class="sagan-maps">
      <Map title={maps.input} note={mapNote.input} symbol="location">
        <GridPicker
          rows={SIDE}
          columns={SIDE}
          value={state.location}
          onChange={(location) => change({ location })}
          label={strings.pick}
          text={strings.place(derived.row.place)}
        >
          <Pixels image={derived.input} label={maps.input} />
        </GridPicker>
      </Map>
      <Map title={maps.weights} note={strings.looksAt(derived)} symbol="sagan-weights">
        <Pixels image={derived.input} label={strings.weightsLabel(derived)}>
          <Veil rows={SIDE} columns={SIDE} shares={derived.shares} />
          <rect
            class="sagan-picked"
            x={derived.row.place.column}
            y={derived.row.place.row}
            width={1}
            height={1}
          />
        </Pixels>
      </Map>
      <Map title={maps.attention} note={mapNote.attention} symbol="sagan-output">
        <Pixels image={derived.attention} label={maps.attention} />
      </Map>
      <Map
        title={strings.outputTitle(state.gamma)}
        note={strings.change(derived)}
        symbol="sagan-result"
      >
        <Pixels image={derived.output} label={strings.outputTitle(state.gamma)} />
      </Map>
    </ol>
  );
}

function Map({
  title,
  note,
  symbol,
  children,
}: {
  title: string;
  note: string;
  symbol: string;
  children: ComponentChildren;
}) {
  return (
    <li data-sym={symbol}>
      <p class="sagan-title">
        <Subscripts text={title} />
      </p>
      {children}
      <p class="sagan-map-note">{note}</p>
    </li>
  );
}

/** The colours of a feature map, one unit a location; overlays on top. */
function Pixels({
  image,
  label,
  children,
}: {
  image: PixelImage;
  label: string;
  children?: ComponentChildren;
}) {
  return (
    <svg class="sagan-pixels" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
      <image href={bitmapDataUri(image)} width={SIDE} height={SIDE} />
      {children}
      <path class="sagan-middle" d={`M${SIDE / 2} 0V${SIDE}`} />
    </svg>
  );
}

function Numbers({ derived, strings }: Props) {
  return (
    <ul class="sagan-numbers">
      {strings.numbers(derived).map(({ symbol, text }, index) => (
        <li key={index} data-sym={symbol}>
          <Subscripts text={text} />
        </li>
      ))}
    </ul>
  );
}
