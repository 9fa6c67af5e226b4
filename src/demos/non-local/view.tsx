import type * as v from 'valibot';
import { Alternatives } from '../../ui/Alternatives.tsx';
import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatOverlay } from '../../ui/HeatOverlay.tsx';
import { Pixels } from '../../ui/Pixels.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { Links, Window } from './Overlays.tsx';
import { Output, Strongest, Sums } from './Results.tsx';
import { EMBEDDINGS, GRID, KINDS, type schema } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

export function NonLocalView(props: Props) {
  return (
    <>
      <Controls {...props} />
      <div class="non-local-steps">
        <Picked {...props} />
        <Weights {...props} />
        <After {...props} />
        <Strongest {...props} />
      </div>
      <Output {...props} />
      <Sums {...props} />
    </>
  );
}

function Controls({ state, strings, change }: Props) {
  const { kind, embedding } = state;
  const note =
    kind === 'gaussian' ? 'none' : kind === 'concatenation' ? 'concatenation' : embedding;
  return (
    <>
      <div class="controls non-local-controls">
        <Choice
          name="non-local-kind"
          label={strings.kind}
          symbol="affinity"
          value={kind}
          options={KINDS.map((value) => ({ value, text: strings.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          name="non-local-embedding"
          label={strings.embedding}
          symbol="non-local-theta"
          value={embedding}
          options={EMBEDDINGS.map((value) => ({ value, text: strings.embeddings[value] }))}
          onChange={(embedding) => change({ embedding })}
        />
      </div>
      <div class="non-local-definition">
        <p class="non-local-formula" data-sym="normaliser">
          <Alternatives texts={strings.formula} shown={kind} />
        </p>
        <p>
          <Alternatives texts={strings.embeddingNote} shown={note} />
        </p>
      </div>
    </>
  );
}

function Picked({ state, derived, strings, picture, change }: Props) {
  return (
    <figure data-sym="location">
      <p class="non-local-title">{strings.steps.pick}</p>
      <GridPicker
        rows={GRID}
        columns={GRID}
        value={state.position}
        onChange={(position) => change({ position })}
        label={strings.pick}
        text={strings.place(derived)}
      >
        <PictureView picture={picture} label={strings.steps.pick}>
          <Window box={derived.window} />
          <Links from={derived} places={derived.places} />
        </PictureView>
      </GridPicker>
      <figcaption>{strings.notes.pick}</figcaption>
    </figure>
  );
}

function Weights({ state, derived, strings, picture, change }: Props) {
  return (
    <figure data-sym="affinity">
      <p class="non-local-title">{strings.steps.weights}</p>
      <GridPicker
        rows={GRID}
        columns={GRID}
        value={state.position}
        onChange={(position) => change({ position })}
        label={strings.steps.weights}
        text={strings.place(derived)}
      >
        <PictureView picture={picture} label={strings.steps.weights} class="under-heat">
          <HeatOverlay rows={GRID} columns={GRID} values={derived.weights} />
          <Window box={derived.window} />
        </PictureView>
      </GridPicker>
      <figcaption>
        <Alternatives
          texts={strings.notes.weights}
          shown={derived.kind === 'dotProduct' ? 'signed' : 'positive'}
        />
      </figcaption>
    </figure>
  );
}

function After({ derived, strings }: Props) {
  return (
    <figure data-sym="non-local-output">
      <p class="non-local-title">{strings.steps.after}</p>
      <Pixels image={derived.after} label={strings.steps.after} />
      <figcaption>
        <Subscripts text={strings.notes.after} />
      </figcaption>
    </figure>
  );
}
