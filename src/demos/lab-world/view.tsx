import type * as v from 'valibot';
import { Choice } from '../../ui/controls.tsx';
import { Pixels } from '../../ui/Pixels.tsx';
import { SceneComposer } from '../../ui/SceneComposer.tsx';
import { TokenPills } from '../../ui/TokenPills.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import type { Split } from '../../world/split.ts';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { Questions } from './Questions.tsx';
import { RENDERINGS, type schema } from './state.ts';
import type { Strings } from './strings.ts';

type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

export function LabWorldView(props: Props) {
  const { state, derived, strings, language, change } = props;
  return (
    <>
      <div class="lab-world-scene">
        <section class="lab-world-compose">
          <p class="lab-world-heading">{strings.composed}</p>
          <SceneComposer
            config={SMALL_WORLD}
            language={language}
            scene={derived.scene}
            onChange={(scene) => change({ scene })}
          />
          <button type="button" onClick={() => change(derived.nextScene)}>
            {strings.nextScene}
          </button>
        </section>
        <section class="lab-world-pixels" data-sym="image">
          <p class="lab-world-heading">{strings.pixels}</p>
          <Pixels image={derived.pixels} label={strings.captionText(derived)} />
          <p class="lab-world-note">{strings.pixelsNote(derived)}</p>
          <Choice
            name="lab-world-rendering"
            label={strings.rendering}
            value={state.rendering}
            options={RENDERINGS.map((value) => ({ value, text: strings.renderings[value] }))}
            onChange={(rendering) => change({ rendering })}
          />
        </section>
        <section class="lab-world-facts">
          <p class="lab-world-heading">{strings.caption}</p>
          <p class="lab-world-caption">{strings.captionText(derived)}</p>
          <TokenPills tokens={derived.caption} label={strings.caption} />
          <p class="lab-world-note">{strings.captionTokens(derived)}</p>
          <SplitView {...props} />
        </section>
      </div>
      <Questions {...props} />
    </>
  );
}

const SPLITS: readonly Split[] = ['train', 'validation', 'test'];

/** The three parts of the data, as wide as they are, and which one this layout is in. */
function SplitView({ derived, strings }: Props) {
  return (
    <div class="lab-world-split">
      <p class="lab-world-heading">
        {strings.split} <strong>{strings.splits[derived.split]}</strong>
      </p>
      <div class="lab-world-parts" aria-hidden="true">
        {SPLITS.map((split) => (
          <span
            key={split}
            class={`lab-world-part lab-world-${split}`}
            data-chosen={split === derived.split ? '' : undefined}
          >
            {strings.splits[split]}
          </span>
        ))}
      </div>
      <p class="lab-world-note">
        {strings.splitNote[derived.split]} {strings.layouts(derived)}
      </p>
    </div>
  );
}
