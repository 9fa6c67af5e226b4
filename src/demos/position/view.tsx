import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { HeatMap, SignedMap } from '../../ui/HeatMap.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import type { ViewProps } from '../definition.ts';
import { Comparison } from './Comparison.tsx';
import type { Derived } from './derive.ts';
import { EMBEDDINGS, GRID_SIDE, MODEL_WIDTH, PATCH_COUNT } from './model.ts';
import { ShuffledPicture } from './ShuffledPicture.tsx';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

const grid = { rows: GRID_SIDE, columns: GRID_SIDE };

export function PositionView(props: Props) {
  const { state, strings, change } = props;
  return (
    <div class="position">
      <Choice
        name="position-embedding"
        label={strings.embedding}
        symbol="position-embedding"
        value={state.embedding}
        options={EMBEDDINGS.map((value) => ({ value, text: strings.embeddingName[value] }))}
        onChange={(embedding) => change({ embedding })}
      />
      <p class="position-about">
        <Subscripts text={strings.about[state.embedding]} />
      </p>
      <div class="position-pair">
        <Embedding {...props} />
        <Similarity {...props} />
      </div>
      <Shuffle {...props} />
      <Comparison {...props} />
      <p class="position-note">
        <Subscripts text={strings.weightsNote} />
      </p>
    </div>
  );
}

/** E_pos as numbers: a column for each token, the class token's first. */
function Embedding({ state, derived, strings }: Props) {
  return (
    <section>
      <p class="position-heading">
        <Subscripts text={strings.matrix} />
      </p>
      <SignedMap
        rows={MODEL_WIDTH}
        columns={PATCH_COUNT + 1}
        stretch
        values={derived.embedding}
        label={strings.matrixLabel}
        symbol="position-embedding"
      >
        <rect class="position-picked" x={state.position + 1} width={1} height={MODEL_WIDTH} />
      </SignedMap>
      <p class="position-reading">{strings.matrixNote(state.position, derived)}</p>
    </section>
  );
}

/** One position against all others, over the grid. */
function Similarity({ state, derived, strings, change }: Props) {
  const { similarity } = derived;
  return (
    <section>
      <p class="position-heading">{strings.similarity}</p>
      <GridPicker
        {...grid}
        value={state.position}
        onChange={(position) => change({ position })}
        label={strings.pick}
        text={strings.place(state.position)}
        symbol="position"
      >
        <HeatMap {...grid} values={similarity.shades} maximum={1} label={strings.similarityLabel} />
        <div class="position-numbers" aria-hidden="true">
          {Array.from(similarity.values, (value, index) => (
            <span key={index} data-strong={similarity.isStrong[index]}>
              {strings.cosine(value)}
            </span>
          ))}
        </div>
      </GridPicker>
      <p class="position-reading">{strings.neighbours(similarity)}</p>
    </section>
  );
}

/** The image before and after its patches have been dealt anew. */
function Shuffle({ derived, strings, language, picture, change }: Props) {
  return (
    <section>
      <p class="position-heading">{strings.shuffleHeading}</p>
      <div class="position-pictures">
        <PictureView picture={picture} label={strings.original}>
          <PatchGrid {...grid} />
        </PictureView>
        <ShuffledPicture
          picture={picture}
          order={derived.order}
          label={strings.shuffled}
          id={`position-picture-${language}`}
        />
      </div>
      <div class="position-buttons">
        <button type="button" onClick={() => change({ shuffle: derived.nextShuffle })}>
          {strings.again}
        </button>
        <button type="button" onClick={() => change({ shuffle: 0 })}>
          {strings.restore}
        </button>
        <span>{strings.orderNote(derived)}</span>
      </div>
    </section>
  );
}
