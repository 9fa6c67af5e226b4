import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatMap, SignedMap } from '../../ui/HeatMap.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { MATRICES } from './state.ts';
import type { Props } from './view.tsx';

/** Images by texts: cosines, the softmax of each row or column, or the loss's gradient for each logit. */
export function PairMatrix({ state, derived, strings, change }: Props) {
  const grid = { rows: state.pairs, columns: state.pairs };
  const isSigned = state.matrix === 'cosines' || state.matrix === 'gradient';
  const Map = isSigned ? SignedMap : HeatMap;
  return (
    <>
      <Choice
        name="infonce-matrix"
        label={strings.matrix}
        value={state.matrix}
        options={MATRICES.map((value) => ({ value, text: strings.matrixName[value] }))}
        onChange={(matrix) => change({ matrix })}
      />
      <div class="infonce-matrix">
        <Axis count={state.pairs} side="text" />
        <Axis count={state.pairs} side="image" />
        <GridPicker
          {...grid}
          value={derived.picked.index}
          onChange={(pair) => change({ pair })}
          label={strings.pickPair}
          text={strings.pairName(derived.picked)}
          symbol={strings.matrixSymbol[state.matrix]}
        >
          <Map
            {...grid}
            values={derived.values}
            {...(state.matrix === 'gradient' ? {} : { maximum: 1 })}
            label={strings.matrixLabel[state.matrix]}
          >
            {derived.own.map((_, index) => (
              <rect key={index} class="infonce-own" x={index} y={index} width={1} height={1} />
            ))}
          </Map>
        </GridPicker>
      </div>
      <div class="infonce-reading">
        {strings.pair(derived.picked).map((text, index) => (
          <p key={index}>
            <Subscripts text={text} />
          </p>
        ))}
      </div>
    </>
  );
}

/** The numbers of the images down the side, or of the texts along the top. */
function Axis({ count, side }: { count: number; side: 'image' | 'text' }) {
  return (
    <div class={`infonce-axis infonce-axis-${side}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index}>{index + 1}</span>
      ))}
    </div>
  );
}
