import { Choice } from '../../ui/controls.tsx';
import { GridFrame } from '../../ui/GridFrame.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { heatLevels } from '../../ui/heatLevels.ts';
import { HeatMap, SignedMap } from '../../ui/HeatMap.tsx';
import { pairAt, pairOf } from './layout.ts';
import { TOKEN_COUNT } from './model.ts';
import { MATRICES } from './state.ts';
import { TokenAxis } from './TokenAxis.tsx';
import type { PartProps } from './view.tsx';

const GRID = { rows: TOKEN_COUNT, columns: TOKEN_COUNT };

/** All queries against all keys: each row is what one token's query makes of every key. */
export function WeightMatrix(props: PartProps) {
  const { state, derived, strings, change, point, lit } = props;
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
          {...GRID}
          value={pairOf(state.query, state.key)}
          onChange={(pair) => change(pairAt(pair))}
          onPoint={(pair) => point(pair === undefined ? undefined : pairAt(pair).key)}
          label={strings.pickPair}
          text={strings.pairPicked(state.query, state.key)}
        >
          {state.matrix === 'weights' ? (
            <HeatMap
              {...GRID}
              values={derived.weights}
              label={strings.weightsLabel}
              symbol="attention-weights"
            >
              <Masked {...props} />
            </HeatMap>
          ) : (
            <SignedMap
              {...GRID}
              values={derived.scores}
              label={strings.scoresLabel}
              symbol="scores"
            >
              <Masked {...props} />
            </SignedMap>
          )}
          <Marks {...props} />
        </GridPicker>
      </div>
      <p class="attention-reading">
        <span>{strings.matrixNote[state.matrix](derived)}</span>
        <span>{strings.matrixAxes(lit)}</span>
      </p>
    </section>
  );
}

/** The cells that the mask forbids. */
function Masked({ derived: { hidden } }: PartProps) {
  const cells = hidden && heatLevels(hidden, TOKEN_COUNT, TOKEN_COUNT, 1).at(-1);
  return cells && <path class="attention-hidden" d={cells} />;
}

/** The query's row, and row and column of the token that is lit. */
function Marks({ state, lit }: PartProps) {
  return (
    <>
      <GridFrame {...GRID} row={0} column={lit} height={TOKEN_COUNT} class="attention-lit" />
      <GridFrame {...GRID} row={lit} column={0} width={TOKEN_COUNT} class="attention-lit" />
      <GridFrame {...GRID} row={state.query} column={0} width={TOKEN_COUNT} />
    </>
  );
}
