import type * as v from 'valibot';
import type { ComponentChildren } from 'preact';
import { Alternatives } from '../../ui/Alternatives.tsx';
import { Choice, Slider } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatOverlay } from '../../ui/HeatOverlay.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { Frames, WindowVeil } from './Overlays.tsx';
import { ASPECTS, GRID, KERNEL_SIZES, MAXIMUM_LAYERS, type schema, STRIDES } from './state.ts';
import type { Aspect, Strings } from './strings.ts';
import { comparison } from './table.ts';

type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

export function ReceptiveFieldView(props: Props) {
  return (
    <>
      <Controls {...props} />
      <div class="receptive-field-pair">
        <Convolutions {...props} />
        <Attention {...props} />
      </div>
      <Comparison {...props} />
    </>
  );
}

function Controls({ state, strings, change }: Props) {
  return (
    <div class="controls">
      <Slider
        label={strings.layers}
        symbol="layer-count"
        value={state.layers}
        minimum={1}
        maximum={MAXIMUM_LAYERS}
        step={1}
        text={strings.layerCount(state.layers)}
        onChange={(layers) => change({ layers })}
      />
      <Choice
        name="receptive-field-kernel"
        label={strings.kernelSize}
        symbol="kernel-size"
        value={state.kernelSize}
        options={KERNEL_SIZES.map((value) => ({ value, text: strings.kernel(value) }))}
        onChange={(kernelSize) => change({ kernelSize })}
      />
      <Choice
        name="receptive-field-stride"
        label={strings.stride}
        symbol="stride"
        value={state.stride}
        options={STRIDES.map((value) => ({ value, text: String(value) }))}
        onChange={(stride) => change({ stride })}
      />
      <Choice
        name="receptive-field-aspect"
        label={strings.aspect}
        value={state.aspect}
        options={ASPECTS.map((value) => ({ value, text: strings.aspects[value] }))}
        onChange={(aspect) => change({ aspect })}
      />
    </div>
  );
}

function Convolutions({ state, derived, strings, picture, change }: Props) {
  const { convolution } = derived;
  const isStrength = state.aspect === 'strength';
  return (
    <Panel
      title={strings.heading.convolution(derived)}
      notes={strings.note.convolution}
      aspect={state.aspect}
    >
      <GridPicker
        rows={GRID}
        columns={GRID}
        value={derived.position}
        onChange={(position) => change({ position })}
        label={strings.pick.convolution}
        text={strings.place(derived)}
      >
        <PictureView
          picture={picture}
          label={strings.picture}
          class={isStrength ? 'under-heat' : ''}
        >
          {isStrength ? (
            <HeatOverlay rows={GRID} columns={GRID} values={convolution.gradient} />
          ) : (
            <WindowVeil window={convolution.window} />
          )}
          <Frames
            window={convolution.window}
            within={isStrength ? [] : convolution.smallerWindows}
          />
        </PictureView>
      </GridPicker>
    </Panel>
  );
}

function Attention({ state, derived, strings, picture, change }: Props) {
  const isStrength = state.aspect === 'strength';
  return (
    <Panel title={strings.heading.attention} notes={strings.note.attention} aspect={state.aspect}>
      <GridPicker
        rows={GRID}
        columns={GRID}
        value={derived.position}
        onChange={(position) => change({ position })}
        label={strings.pick.attention}
        text={strings.place(derived)}
      >
        <PictureView
          picture={picture}
          label={strings.picture}
          class={isStrength ? 'under-heat' : ''}
        >
          {isStrength && (
            <HeatOverlay rows={GRID} columns={GRID} values={derived.attention.weights} />
          )}
          <Frames window={derived.attention.measured} />
        </PictureView>
      </GridPicker>
    </Panel>
  );
}

interface PanelProps {
  title: string;
  notes: Record<Aspect, string>;
  aspect: Aspect;
  children: ComponentChildren;
}

function Panel({ title, notes, aspect, children }: PanelProps) {
  return (
    <figure class="receptive-field-panel">
      <p class="receptive-field-title">{title}</p>
      {children}
      <figcaption>
        <Alternatives texts={notes} shown={aspect} />
      </figcaption>
    </figure>
  );
}

function Comparison({ derived, strings }: Props) {
  const { quantity, convolution, attention } = strings.columns;
  return (
    <table class="receptive-field-table">
      <thead>
        <tr>
          <th scope="col">{quantity}</th>
          <th scope="col">{convolution(derived.layers)}</th>
          <th scope="col">{attention}</th>
        </tr>
      </thead>
      <tbody>
        {comparison(derived, strings).map((row) => (
          <tr key={row.name} data-sym={row.symbol}>
            <th scope="row">{row.name}</th>
            <td>{row.convolution}</td>
            <td>{row.attention}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
