import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { heatLevels } from '../../ui/heatLevels.ts';
import { HeatMap, SignedMap } from '../../ui/HeatMap.tsx';
import { pairAt, pairOf } from './layout.ts';
import { TOKEN_COUNT } from './model.ts';
import { MATRICES } from './state.ts';
import { TokenAxis } from './TokenAxis.tsx';
import type { PartProps } from './view.tsx';

/** All queries against all keys: each row is what one token's query makes of every key. */
export function WeightMatrix(props: PartProps) {
  const { state, derived, strings, change, point, lit } = props;
  const grid = { rows: TOKEN_COUNT, columns: TOKEN_COUNT };
  return (
    <section>
      <div class="attention-heading">
        <Choice
          name="attention-matrix"
          label={strings.matrix}
          value={state.matrix}
          options={MATRICES.map((value) => ({ value, text: strings.matrixName[value] }))}
          onChange={(matrix) => change({ matrix })}
        />
      </div>
      <div class="attention-matrix">
        <TokenAxis colours={derived.colours} />
        <TokenAxis colours={derived.colours} upright />
        <GridPicker
          {...grid}
          value={pairOf(state.query, state.key)}
          onChange={(pair) => change(pairAt(pair))}
          onPoint={(pair) => point(pair === undefined ? undefined : pairAt(pair).key)}
          label={strings.pickPair}
          text={strings.pairPicked(state.query, state.key)}
        >
          {state.matrix === 'weights' ? (
            <HeatMap
              {...grid}
              values={derived.weights}
              label={strings.weightsLabel}
              symbol="attention-weights"
            >
              <Marks {...props} />
            </HeatMap>
          ) : (
            <SignedMap
              {...grid}
              values={derived.scores}
              label={strings.scoresLabel}
              symbol="scores"
            >
              <Marks {...props} />
            </SignedMap>
          )}
        </GridPicker>
      </div>
      <p class="attention-reading">
        <span>{strings.matrixNote[state.matrix](derived)}</span>
        <span>{strings.matrixAxes(lit)}</span>
      </p>
    </section>
  );
}

/** The masked cells, the query's row, and row and column of the token that is lit. */
function Marks({ state, derived, lit }: PartProps) {
  return (
    <>
      {derived.hidden && (
        <path
          class="attention-hidden"
          d={heatLevels(derived.hidden, TOKEN_COUNT, TOKEN_COUNT, 1).at(-1)}
        />
      )}
      <rect class="attention-lit" x={lit} width={1} height={TOKEN_COUNT} />
      <rect class="attention-lit" y={lit} width={TOKEN_COUNT} height={1} />
      <rect class="attention-query" y={state.query} width={TOKEN_COUNT} height={1} />
    </>
  );
}
