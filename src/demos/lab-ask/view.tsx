import type * as v from 'valibot';
import { Choice } from '../../ui/controls.tsx';
import { SceneComposer } from '../../ui/SceneComposer.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import type { ViewProps } from '../definition.ts';
import { MODEL_NAMES } from '../labModels.ts';
import { AnswerView } from './AnswerView.tsx';
import type { Derived } from './derive.ts';
import { LookInside } from './LookInside.tsx';
import { OwnModels } from './OwnModels.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import type { schema } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

export function LabAskView(props: Props) {
  const { state, derived, strings, language, change } = props;
  const { absence } = derived;
  return (
    <>
      <div class="lab-ask-top">
        <section class="lab-ask-scene">
          <SceneComposer
            config={SMALL_WORLD}
            language={language}
            scene={derived.scene}
            onChange={(scene) => change({ scene })}
          />
          <button type="button" onClick={() => change(derived.nextScene)}>
            {strings.nextScene}
          </button>
          <p class="lab-ask-note">{strings.split[derived.split]}</p>
        </section>
        <section class="lab-ask-talk">
          <Choice
            name="lab-ask-model"
            label={strings.model}
            value={state.model}
            options={MODEL_NAMES.map((value) => ({ value, text: strings.models[value] }))}
            onChange={(model) => change({ model })}
          />
          <p class="lab-ask-note lab-ask-reserved" role="status">
            {strings.whoAnswers(derived)}
            {absence?.kind === 'refused' && (
              <>
                {strings.reason}
                <span lang="en">{absence.message}</span>
              </>
            )}
          </p>
          {derived.own && <OwnModels {...props} own={derived.own} />}
          <QuestionBox {...props} />
          <AnswerView {...props} />
        </section>
      </div>
      <LookInside {...props} />
    </>
  );
}
