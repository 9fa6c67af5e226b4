import { Radio } from '../../ui/Radio.tsx';
import type { Row } from './derive.ts';
import { score } from './numbers.ts';
import { PAIRS } from './state.ts';
import type { Strings } from './strings.ts';
import type { Props } from './view.tsx';

/** The set: one expression a line with its IoU and whether it counts; one of them is picked. */
export function PredictionList({ state, derived, strings, change }: Props) {
  return (
    <fieldset class="iou-set">
      <legend class="control-label">{strings.set}</legend>
      {PAIRS.map((pair) => {
        const row = derived.rows.find(({ id }) => id === pair);
        return (
          <label key={pair} class="iou-line">
            <Radio
              group="iou-pair"
              value={pair}
              checked={pair === state.pair}
              onChange={() => change({ pair })}
            />
            <span class="iou-line-text">{strings.expressions[pair]}</span>
            {row && <Score row={row} isHit={row.hits[state.rule]} strings={strings} />}
          </label>
        );
      })}
      <p class="iou-totals">
        <b data-sym="hit-rate">{strings.accuracy(derived)}</b>
        <span>{strings.meanIou(derived)}</span>
      </p>
    </fieldset>
  );
}

function Score({ row, isHit, strings }: { row: Row; isHit: boolean; strings: Strings }) {
  return (
    <>
      <span class="iou-bar" aria-hidden="true">
        <span style={{ width: `${row.percent}%` }} />
      </span>
      <span class="iou-value">{score(row.iou)}</span>
      <span class={isHit ? 'iou-hit' : 'iou-miss'}>{strings.verdict(isHit)}</span>
    </>
  );
}
