import type * as v from 'valibot';
import { bitmapDataUri } from '../../ui/bitmap.ts';
import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { StretchedBitmap } from '../../ui/StretchedBitmap.tsx';
import { Pixels } from '../../ui/Pixels.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { SignedMap } from '../../ui/HeatMap.tsx';
import type { ViewProps } from '../definition.ts';
import { TOKEN_WIDTH, type Derived, type Divided } from './derive.ts';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { CHANNEL_COUNTS, PATCH_SIZES, RESOLUTIONS, type schema } from './state.ts';
import type { Strings } from './strings.ts';

type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

export function PatchifyView(props: Props) {
  const { state, derived, strings, change } = props;
  return (
    <>
      <div class="controls">
        <Choice
          name="patchify-patch-size"
          label={strings.patchSize}
          symbol="patch-size"
          value={state.patchSize}
          options={PATCH_SIZES.map((value) => ({ value, text: String(value) }))}
          onChange={(patchSize) => change({ patchSize })}
        />
        <Choice
          name="patchify-resolution"
          label={strings.resolution}
          symbol="height"
          value={state.resolution}
          options={RESOLUTIONS.map((value) => ({ value, text: String(value) }))}
          onChange={(resolution) => change({ resolution })}
        />
        <Choice
          name="patchify-channels"
          label={strings.channels}
          symbol="channels"
          value={state.channels}
          options={CHANNEL_COUNTS.map((value) => ({ value, text: strings.channelName[value] }))}
          onChange={(channels) => change({ channels })}
        />
      </div>
      {derived.kind === 'divided' ? (
        <Steps {...props} derived={derived} />
      ) : (
        <p class="demo-problem" role="status">
          {strings.undivided(derived)}
        </p>
      )}
    </>
  );
}

function Steps({ derived, strings, picture, change }: Props & { derived: Divided }) {
  const { steps, stepNote } = strings;
  return (
    <>
      <ol class="patchify-pipeline">
        <li data-sym="image">
          <p class="patchify-pipeline-title">{steps.image}</p>
          <GridPicker
            rows={derived.rows}
            columns={derived.columns}
            value={derived.selected}
            onChange={(patch) => change({ patch })}
            label={strings.pickPatch}
            text={strings.patchAt(derived)}
          >
            <PictureView
              picture={picture}
              label={steps.image}
              class={derived.channels === 1 ? 'grey' : ''}
            >
              <PatchGrid rows={derived.rows} columns={derived.columns} />
            </PictureView>
          </GridPicker>
          <p class="patchify-pipeline-note" data-sym="patch-count">
            {stepNote.image(derived)}
          </p>
        </li>
        <li data-sym="patches">
          <p class="patchify-pipeline-title">{steps.patch}</p>
          <Pixels image={derived.patchPixels} label={strings.patchAt(derived)} />
          <p class="patchify-pipeline-note">{stepNote.patch(derived)}</p>
        </li>
        <li data-sym="patches">
          <p class="patchify-pipeline-title">{steps.vector}</p>
          <Pixels image={derived.vectorPixels} label={stepNote.vector(derived)} />
          <p class="patchify-pipeline-note">{stepNote.vector(derived)}</p>
        </li>
        <li data-sym="patch-embedding">
          <p class="patchify-pipeline-title">{steps.token}</p>
          <SignedMap
            rows={derived.tokenRows}
            columns={derived.tokenColumns}
            values={derived.token}
            label={steps.token}
          />
          <p class="patchify-pipeline-note">{stepNote.token(derived, TOKEN_WIDTH)}</p>
        </li>
      </ol>
      <figure class="patchify-sequence" data-sym="tokens">
        <div class="patchify-sequence-row">
          <span class="patchify-class-token" data-sym="class-token" title={strings.classToken}>
            CLS
          </span>
          <div class="patchify-sequence-patches">
            <StretchedBitmap
              class="bitmap"
              url={bitmapDataUri(derived.meanColours)}
              label={strings.sequence(derived)}
            />
            <span
              class="patchify-sequence-marker"
              style={{ left: `${derived.selectedPercent}%`, width: `${derived.cellPercent}%` }}
            />
          </div>
        </div>
        <figcaption>{strings.sequence(derived)}</figcaption>
      </figure>
      <ul class="patchify-sums">
        <li data-sym="patch-count">{strings.sums.patches(derived)}</li>
        <li data-sym="patch-length">{strings.sums.length(derived)}</li>
        <li>{strings.sums.pairs(derived)}</li>
      </ul>
    </>
  );
}
