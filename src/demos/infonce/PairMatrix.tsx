import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatMap, SignedMap } from '../../ui/HeatMap.tsx';
import { later } from '../../ui/later.tsx';
import { memo } from '../../ui/memo.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { MATRICES_OF } from './state.ts';
import { MATRIX_SYMBOL } from './symbols.ts';
import type { Props } from './view.tsx';

/** While these are dragged the circle is watched, and the matrix follows it. */
const CIRCLE_FIRST = ['pairs', 'seed', 'steps'] as const;

/** Images by texts: cosines, the loss's probabilities, or its gradient for each logit. */
export const PairMatrix = later(function PairMatrix({ state, derived, strings, change }: Props) {
  const { pairs, matrix, picked } = derived;
  const grid = { rows: pairs, columns: pairs };
  const isSigned = matrix === 'cosines' || matrix === 'gradient';
  const Map = isSigned ? SignedMap : HeatMap;
  return (
    <>
      <Choice
        name="infonce-matrix"
        label={strings.matrix}
        value={matrix}
        options={MATRICES_OF[state.loss].map((value) => ({
          value,
          text: strings.matrixName[value],
        }))}
        onChange={(value) => change({ matrix: value })}
      />
      <div class="infonce-matrix">
        <Axis count={pairs} side="text" />
        <Axis count={pairs} side="image" />
        <GridPicker
          {...grid}
          value={picked.index}
          onChange={(pair) => change({ pair })}
          label={strings.pickPair}
          text={strings.pairName(picked)}
          symbol={MATRIX_SYMBOL[matrix]}
        >
          <Map
            {...grid}
            values={derived.values}
            {...(matrix === 'gradient' ? {} : { maximum: 1 })}
            label={strings.matrixLabel[matrix]}
          >
            <path class="infonce-own" d={derived.diagonal} />
          </Map>
        </GridPicker>
      </div>
      <div class="infonce-reading">
        {strings.pair[state.loss](picked).map((text, index) => (
          <p key={index}>
            <Subscripts text={text} />
          </p>
        ))}
      </div>
    </>
  );
}, isMatrixWatched);

function isMatrixWatched({ state: before }: Props, { state: after }: Props): boolean {
  return CIRCLE_FIRST.every((field) => before[field] === after[field]);
}

/** The numbers of the images down the side, or of the texts along the top. */
const Axis = memo(({ count, side }: { count: number; side: 'image' | 'text' }) => (
  <div class={`infonce-axis infonce-axis-${side}`} aria-hidden="true">
    {Array.from({ length: count }, (_, index) => (
      <span key={index}>{index + 1}</span>
    ))}
  </div>
));
