import { Bars } from '../../ui/Bars.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { SignedMap } from '../../ui/HeatMap.tsx';
import { later } from '../../ui/later.tsx';
import { memo } from '../../ui/memo.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { Veil } from '../../ui/Veil.tsx';
import { HEAD_WIDTH, TOKEN_COUNT } from './model.ts';
import { TokenAxis } from './TokenAxis.tsx';
import type { PartProps } from './view.tsx';

const lane = { rows: HEAD_WIDTH, columns: TOKEN_COUNT, stretch: true };

/** One query's row, worked out from top to bottom; every lane has a column for each token. */
export const QueryRow = later(function QueryRow(props: PartProps) {
  const { state, derived, strings, change, point, lit } = props;
  const { row } = derived;
  return (
    <section>
      <p class="attention-heading">{strings.rowHeading(state.query)}</p>
      <div class="attention-lanes">
        <LaneNames strings={strings} />
        <GridPicker
          rows={1}
          columns={TOKEN_COUNT}
          value={lit}
          onChange={(key) => change({ key })}
          onPoint={point}
          label={strings.pickKey}
          text={strings.token(state.key)}
        >
          <TokenAxis colours={derived.colours} />
          <SignedMap
            {...lane}
            values={derived.queries}
            label={strings.lanes.queries}
            symbol="queries"
          >
            <rect class="attention-query" x={state.query} width={1} height={HEAD_WIDTH} />
          </SignedMap>
          <SignedMap {...lane} values={derived.keys} label={strings.lanes.keys} symbol="keys" />
          <Bars
            {...row.scoreScale}
            values={row.scores}
            label={strings.lanes.scores}
            symbol="scores"
          />
          <Bars
            values={row.weights}
            minimum={0}
            maximum={1}
            label={strings.lanes.weights}
            symbol="attention-weights"
          />
          <SignedMap {...lane} values={derived.values} label={strings.lanes.values} symbol="values">
            {/* One share for all eight numbers of a value */}
            <g transform={`scale(1 ${HEAD_WIDTH})`}>
              <Veil rows={1} columns={TOKEN_COUNT} shares={derived.valueShares} />
            </g>
          </SignedMap>
        </GridPicker>
        <div class="attention-output">
          <SignedMap
            rows={HEAD_WIDTH}
            columns={1}
            stretch
            values={row.output}
            label={strings.lanes.output}
            symbol="attention-output"
          />
        </div>
      </div>
      <WeightedSum {...props} />
    </section>
  );
}, isOtherKey);

/** Another key of the same row is lit at once: it may be picked here. */
function isOtherKey(before: PartProps, after: PartProps): boolean {
  return before.lit !== after.lit && before.state.query === after.state.query;
}

const LaneNames = memo(function LaneNames({ strings }: Pick<PartProps, 'strings'>) {
  return (
    <ul class="attention-names">
      {strings.laneNames.map(({ symbol, formula, meaning }) => (
        <li key={symbol} data-sym={symbol}>
          <b>
            <Subscripts text={formula} />
          </b>{' '}
          <small>{meaning}</small>
        </li>
      ))}
    </ul>
  );
});

/** The row in numbers: it sums to 1, how evenly it is spread, and what it adds up. */
function WeightedSum({ derived: { row }, strings }: PartProps) {
  return (
    <div class="attention-sums">
      <p data-sym="attention-entropy">
        {strings.entropy(row)}
        <span class="attention-meter" aria-hidden="true">
          <span style={{ width: `${row.entropyPercent}%` }} />
        </span>
      </p>
      <p data-sym="attention-output">
        <Subscripts text={strings.sum(row)} />
      </p>
    </div>
  );
}
