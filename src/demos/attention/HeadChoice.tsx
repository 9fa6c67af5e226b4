import { HeatMap } from '../../ui/HeatMap.tsx';
import { later } from '../../ui/later.tsx';
import { Radio } from '../../ui/Radio.tsx';
import { GRID_SIDE } from './model.ts';
import type { Props } from './view.tsx';

/** One head out of several, each shown by where the query looks with it. */
export const HeadChoice = later(function HeadChoice({ state, derived, strings, change }: Props) {
  return (
    <fieldset class="control attention-heads" data-sym="head">
      <legend class="control-label">{strings.head}</legend>
      <div class="attention-head-options">
        {derived.headMaps.map((weights, head) => (
          <label key={head} class="choice-option attention-head">
            <Radio
              group="attention-head"
              value={head}
              checked={head === state.head}
              onChange={() => change({ head })}
            />
            <span>
              <HeatMap
                rows={GRID_SIDE}
                columns={GRID_SIDE}
                values={weights}
                label={strings.headMap(head)}
              />
              {strings.headName(head)}
              <small>{strings.headReads[head]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
});
