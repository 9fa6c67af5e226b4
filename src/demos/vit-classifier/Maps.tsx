import { HeatMap } from '../../ui/HeatMap.tsx';
import { Radio } from '../../ui/Radio.tsx';
import { HEADS, ROLLOUT } from './state.ts';
import type { Props } from './view.tsx';

/** Every map to choose from: a row a layer, a column a head, and the rollout over all of them. */
export function Maps(props: Props) {
  const { derived, strings } = props;
  const { headMaps, layers } = derived;
  return (
    <fieldset class="control vit-classifier-maps" data-sym="attention-weights">
      <legend class="control-label">{strings.maps}</legend>
      {layers.map((layer) => (
        <div key={layer} class="vit-classifier-layer">
          <span class="vit-classifier-note">{strings.layer(layer)}</span>
          {headMaps.slice(layer * HEADS, (layer + 1) * HEADS).map((values, head) => (
            <MapOption key={head} {...props} map={layer * HEADS + head + 1} values={values} />
          ))}
        </div>
      ))}
      <div class="vit-classifier-layer">
        <span class="vit-classifier-note">{strings.rollout}</span>
        <MapOption {...props} map={ROLLOUT} values={derived.rolloutMap} />
      </div>
    </fieldset>
  );
}

function MapOption(props: Props & { map: number; values: Float32Array }) {
  const { state, derived, strings, change, map, values } = props;
  return (
    <label class="choice-option vit-classifier-map">
      <Radio
        group="vit-classifier-map"
        value={map}
        checked={map === state.map}
        label={strings.mapName(map)}
        onChange={() => change({ map })}
      />
      <span>
        <HeatMap rows={derived.side} columns={derived.side} values={values} label="" />
        <small>{strings.percentShort(derived.onRed[map])}</small>
      </span>
    </label>
  );
}
