import { FAILURE_TEXTS } from '../../train/failureTexts.ts';
import { Choice } from '../../ui/controls.tsx';
import { EXAMINEES, SCENE_COUNTS } from './state.ts';
import type { Examination } from './useExamination.ts';
import type { Props } from './view.tsx';

type ControlsProps = Props & { examination: Examination };

/** Whom, on which paper; start and stop; how far it is. */
export function Controls(props: ControlsProps) {
  const { state, derived, strings, change, examination } = props;
  // The reader's models are still being looked up: it is not known yet whether there is one.
  const isLookingUp = !derived.run && !derived.own;
  const isUnderWay = examination.status === 'preparing' || examination.status === 'answering';
  return (
    <>
      <fieldset class="lab-exam-settings" disabled={isUnderWay}>
        <legend class="sr-only">{strings.title}</legend>
        <div class="controls">
          <Choice
            name="lab-exam-examinee"
            label={strings.examinee}
            value={state.examinee}
            options={EXAMINEES.map((value) => ({ value, text: strings.examinees[value] }))}
            onChange={(examinee) => change({ examinee, page: 0 })}
          />
          {derived.own?.asked !== undefined && (
            <Choice
              name="lab-exam-own"
              label={strings.own}
              value={derived.own.asked}
              options={derived.own.names.map((value) => ({ value, text: strings.ownName(value) }))}
              onChange={(own) => change({ own, page: 0 })}
            />
          )}
          <Choice
            name="lab-exam-scenes"
            label={strings.scenes}
            value={state.scenes}
            options={SCENE_COUNTS.map((value) => ({ value, text: strings.sceneCount(value) }))}
            onChange={(scenes) => change({ scenes, page: 0 })}
          />
          <span class="lab-exam-seed">
            {strings.seed(state.seed)}
            <button type="button" onClick={() => change(derived.nextSeed)}>
              {strings.nextSeed}
            </button>
          </span>
        </div>
      </fieldset>
      <div class="lab-exam-start">
        <button
          type="button"
          class="lab-exam-main"
          disabled={isLookingUp}
          onClick={isUnderWay ? examination.stop : examination.start}
        >
          {isUnderWay ? strings.stop : strings.start}
        </button>
        <progress max={1} value={examination.share} aria-label={strings.start} />
        <Status {...props} />
      </div>
    </>
  );
}

function Status({ derived, strings, language, examination }: ControlsProps) {
  const { status, share, examined, failure, hasNoModel } = examination;
  if (failure) {
    const { what, advice } = FAILURE_TEXTS[language][failure.kind];
    return (
      <p class="demo-problem" role="alert">
        {what} {advice}
      </p>
    );
  }
  const texts = {
    idle: hasNoModel ? strings.noModel : strings.waiting(derived.hasShipped),
    preparing: strings.preparing,
    answering: strings.progress(share),
    stopped: strings.stopped,
    done: strings.done(examined?.items.length ?? 0),
    failed: '',
  };
  return (
    <p class="lab-exam-status" role="status">
      {texts[status]}
    </p>
  );
}
