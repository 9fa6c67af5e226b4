import { SceneComposer } from '../../ui/SceneComposer.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { PatchMaps } from './PatchMaps.tsx';
import { Retrieval } from './Retrieval.tsx';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';
import { Training } from './Training.tsx';
import { ZeroShot } from './ZeroShot.tsx';

export type Props = ViewProps<State, Derived, Strings>;

export function ClipView(props: Props) {
  const { derived, strings, language, change } = props;
  return (
    <div class="clip">
      <div class="clip-top">
        <section>
          <p class="clip-heading">{strings.scene}</p>
          <SceneComposer
            config={SMALL_WORLD}
            language={language}
            scene={derived.scene}
            onChange={(scene) => change({ scene })}
          />
          <p class="clip-note">{strings.split[derived.split]}</p>
        </section>
        <ZeroShot {...props} />
      </div>
      <PatchMaps {...props} />
      <Retrieval {...props} />
      <Training {...props} />
    </div>
  );
}
