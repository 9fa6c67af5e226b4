import { useState } from 'preact/hooks';
import { sceneSvg } from '../../images/sceneSvg.ts';
import { SignedMap } from '../../ui/HeatMap.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import { drawingOf } from '../../world/drawing.ts';
import { loadCheckpoints } from '../../checkpoints/shipped.ts';
import { coverPatches } from './measure.ts';
import { towersOf } from './model.ts';
import { HEATS, type State } from './state.ts';
import type { Props } from './view.tsx';

/** A text against each patch: how near its token is, and, at a press, what covering it takes away. */
export function PatchMaps({ state, derived, strings, change }: Props) {
  const [covered, setCovered] = useState<{ key: string; falls: Float32Array }>();
  const words = state.heat === 'prompt' ? derived.picked?.words : [state.heat, '.'];
  const key = `${state.scene} ${words?.join(' ')}`;
  const cover = async () => {
    if (!words) return;
    const towers = towersOf((await loadCheckpoints(['clip'])).get('clip')!);
    const falls = coverPatches(towers.clip, derived.scene, towers.textOf(words), derived.side);
    setCovered({ key, falls });
  };
  const falls = covered?.key === key ? covered.falls : undefined;
  return (
    <section class="clip-patches">
      <label class="control">
        <span class="clip-heading">{strings.heat}</span>
        <select
          value={state.heat}
          onChange={(event) => change({ heat: event.currentTarget.value as State['heat'] })}
        >
          {HEATS.map((value) => (
            <option key={value} value={value} selected={value === state.heat}>
              {strings.heatName(value, derived)}
            </option>
          ))}
        </select>
      </label>
      <div class="clip-maps">
        <figure>
          <Patches {...{ derived }} values={derived.heat?.values} label={strings.patchMap} />
          <figcaption>{strings.patchNote(derived.heat)}</figcaption>
        </figure>
        <figure>
          <Patches {...{ derived }} values={falls} label={strings.coverMap} />
          <figcaption>{strings.coverNote(falls)}</figcaption>
          <button type="button" data-action="cover" onClick={() => void cover()}>
            {strings.cover}
          </button>
        </figure>
      </div>
    </section>
  );
}

/** A number for each patch, and the picture faintly over it. */
function Patches({
  derived,
  values,
  label,
}: Pick<Props, 'derived'> & { values: Float32Array | undefined; label: string }) {
  const { side, scene } = derived;
  if (!values) return <div class="clip-blank" />;
  const url = `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawingOf(SMALL_WORLD, scene)))}`;
  return (
    <SignedMap rows={side} columns={side} values={values} label={label} symbol="cosine">
      <image class="clip-ghost" href={url} width={side} height={side} />
    </SignedMap>
  );
}
