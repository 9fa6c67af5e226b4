import { Choice } from '../../ui/controls.tsx';
import { Radio } from '../../ui/Radio.tsx';
import { SceneComposer } from '../../ui/SceneComposer.tsx';
import type { ViewProps } from '../definition.ts';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';
import type { Derived } from './derive.ts';
import { Detail } from './Detail.tsx';
import { FAMILIES, type State } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function TasksView(props: Props) {
  const { derived, strings, language, change } = props;
  return (
    <>
      <div class="tasks-top">
        <SceneComposer
          config={SEQUENCE_WORLD}
          language={language}
          scene={derived.scene}
          onChange={(scene) => change({ scene })}
        />
        <Families {...props} />
      </div>
      <section class="tasks-detail">
        <div class="controls">
          {derived.isObjectAsked && (
            <Choice
              name="tasks-object"
              label={strings.object}
              value={derived.objectIndex}
              options={derived.scene.map((object, value) => ({
                value,
                text: strings.objectName(object),
              }))}
              onChange={(object) => change({ object })}
            />
          )}
          {derived.family === 'question' && <Questions {...props} />}
        </div>
        <Detail {...props} />
      </section>
    </>
  );
}

/** The six families, each with the model's answer in a line and whether it is right; one is opened. */
function Families({ state, derived, strings, change }: Props) {
  return (
    <fieldset class="tasks-families">
      <legend class="control-label">{strings.families}</legend>
      {FAMILIES.map((family) => {
        const verdict = derived.verdicts[family];
        return (
          <label key={family} class="tasks-family">
            <Radio
              group="tasks-family"
              value={family}
              checked={family === state.family}
              onChange={() => change({ family })}
            />
            <b>{strings.family[family]}</b>
            <span>{strings.short(family, derived)}</span>
            <span class={`tasks-${verdict}`}>
              <span aria-hidden="true">{strings.mark[verdict]}</span>
              <span class="sr-only">{strings.verdict[verdict]}</span>
            </span>
          </label>
        );
      })}
      <p class="tasks-note" role="status">
        {strings.summary(derived)}
      </p>
    </fieldset>
  );
}

function Questions({ derived, strings, change }: Props) {
  const { questions, question } = derived.answers.question;
  return (
    <label class="control">
      <span class="control-label">{strings.question}</span>
      <select
        value={questions.indexOf(question)}
        onChange={(event) => change({ question: Number(event.currentTarget.value) })}
      >
        {questions.map((one, index) => (
          <option key={index} value={index} selected={one === question}>
            {strings.questionText(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
