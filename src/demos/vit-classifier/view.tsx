import { sceneSvg } from '../../images/sceneSvg.ts';
import { Choice } from '../../ui/controls.tsx';
import { PICTURE_SIDE } from '../../images/picture.ts';
import { PictureView } from '../../ui/PictureView.tsx';
import { SceneComposer } from '../../ui/SceneComposer.tsx';
import { Veil } from '../../ui/Veil.tsx';
import { drawingOf } from '../../world/drawing.ts';
import { SEARCH_WORLD } from '../../world/search.ts';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { Maps } from './Maps.tsx';
import { READINGS, type State } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function VitClassifierView(props: Props) {
  const { state, derived, strings, language, change } = props;
  return (
    <div class="vit-classifier">
      <section>
        <p class="vit-classifier-heading">{strings.compose}</p>
        <SceneComposer
          config={SEARCH_WORLD}
          language={language}
          scene={derived.scene}
          onChange={(scene) => change({ scene })}
        />
      </section>
      <section>
        <p class="vit-classifier-heading">{strings.mapTitle(derived, state)}</p>
        <LookedAt {...props} />
        <p class="vit-classifier-note">{strings.onRed(derived, state)}</p>
        <Choice
          name="vit-classifier-reading"
          label={strings.reading}
          symbol="image-representation"
          value={state.reading}
          options={READINGS.map((value) => ({ value, text: strings.readings[value] }))}
          onChange={(reading) => change({ reading })}
        />
      </section>
      <section>
        <p class="vit-classifier-heading">{strings.question}</p>
        <Answers {...props} />
        <p class="vit-classifier-verdict" role="status">
          {strings.verdict(derived)}
          {strings.split(derived)}
        </p>
      </section>
      <Maps {...props} />
    </div>
  );
}

/** The probability of each shape, by the head that is read. */
function Answers({ derived, strings }: Props) {
  const { probabilities, shape: answer } = derived.answer;
  return (
    <ol class="vit-classifier-answers">
      {probabilities.map((probability, shape) => (
        <li key={shape} data-answer={shape === answer ? '' : undefined}>
          <span>{strings.shape(shape)}</span>
          <span class="vit-classifier-bar" style={{ '--share': probability.toFixed(3) }} />
          <span>{strings.percent(probability)}</span>
        </li>
      ))}
    </ol>
  );
}

/** The picture, veiled where the shown map is small. */
function LookedAt({ state, derived, strings }: Props) {
  const { scene, side, unveiled } = derived;
  const svg = sceneSvg(drawingOf(SEARCH_WORLD, scene));
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return (
    <PictureView picture={{ url }} label={strings.mapTitle(derived, state)}>
      <g transform={`scale(${PICTURE_SIDE / side})`}>
        <Veil rows={side} columns={side} shares={unveiled} />
      </g>
    </PictureView>
  );
}
