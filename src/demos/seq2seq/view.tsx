import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../../ui/controls.tsx';
import { SceneComposer } from '../../ui/SceneComposer.tsx';
import type { ViewProps } from '../definition.ts';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';
import { SequencePicture } from '../SequencePicture.tsx';
import type { Derived, ShownToken } from './derive.ts';
import { ASKED, type Asked, type State } from './state.ts';
import type { Strings } from './strings.ts';
import { Boxes, Vocabulary } from './Vocabulary.tsx';

export type Props = ViewProps<State, Derived, Strings>;

export function Seq2seqView(props: Props) {
  const { derived, language, change } = props;
  return (
    <>
      <div class="seq2seq-top">
        <SceneComposer
          config={SEQUENCE_WORLD}
          language={language}
          scene={derived.scene}
          onChange={(scene) => change({ scene })}
        />
        <section class="seq2seq-talk">
          <Instruction {...props} />
          <Output {...props} />
        </section>
      </div>
      <div class="seq2seq-below">
        <Vocabulary {...props} />
        <Boxes {...props} />
      </div>
    </>
  );
}

/** Which instruction, and what it is about. */
function Instruction({ state, derived, strings, change }: Props) {
  const ask = (fields: Partial<State>) => change({ ...fields, step: 0 });
  return (
    <>
      <div class="controls">
        <label class="control">
          <span class="control-label">{strings.asks}</span>
          <select
            value={state.asked}
            onChange={(event) => ask({ asked: event.currentTarget.value as Asked })}
          >
            {ASKED.map((asked) => (
              <option key={asked} value={asked} selected={asked === state.asked}>
                {strings.asked[asked]}
              </option>
            ))}
          </select>
        </label>
        {derived.asked === 'question' ? (
          <label class="control">
            <span class="control-label">{strings.question}</span>
            <select
              value={derived.questions.indexOf(derived.question)}
              onChange={(event) => ask({ question: Number(event.currentTarget.value) })}
            >
              {derived.questions.map((question, index) => (
                <option key={index} value={index} selected={question === derived.question}>
                  {strings.questionText(question)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          derived.isObjectAsked && (
            <Choice
              name="seq2seq-object"
              label={strings.object}
              value={derived.objectIndex}
              options={derived.scene.map((object, value) => ({
                value,
                text: strings.objectName(object),
              }))}
              onChange={(object) => ask({ object })}
            />
          )
        )}
      </div>
      <p class="seq2seq-note">{strings.instruction}</p>
      <p class="seq2seq-tokens seq2seq-read">
        <span class="seq2seq-patches">
          {derived.asked === 'draw' ? strings.emptyPicture : `${derived.attention.length} ×`}
          <i aria-hidden="true" />
        </span>
        {derived.instruction.map((token, index) => (
          <span key={index} class={`token-pill seq2seq-${token.kind}`}>
            {token.word}
          </span>
        ))}
      </p>
    </>
  );
}

/** What is written, token by token, and the distribution of the step that is looked at. */
function Output({ derived, strings, change }: Props) {
  const { shown, play } = usePlay(derived.written, derived.stepCount, (step) => change({ step }));
  return (
    <>
      <p class="seq2seq-note">
        {strings.writes}{' '}
        <button type="button" data-action="play" onClick={play}>
          ▶ {strings.play}
        </button>
      </p>
      <div class="seq2seq-tokens seq2seq-written">
        {[...derived.written, undefined].map((token, index) => (
          <button
            key={index}
            type="button"
            class={pillOf(token)}
            aria-pressed={index === derived.step}
            hidden={index >= shown}
            disabled={index >= derived.stepCount}
            onClick={() => change({ step: index })}
          >
            {token?.word ?? (derived.isEnded ? strings.end : strings.noEnd)}
            {token?.isWrong && <span class="sr-only"> ({strings.wrong})</span>}
          </button>
        ))}
      </div>
      <p class={`seq2seq-verdict seq2seq-${derived.verdict}`} role="status">
        {shown > derived.written.length && strings.verdict(derived)}
      </p>
      <div class="seq2seq-step">
        <div>
          <p class="seq2seq-note">{strings.stepHeading(derived)}</p>
          <ol class="seq2seq-candidates">
            {derived.candidates.map(({ word, kind, probability }) => (
              <li key={word}>
                <span class={`token-pill seq2seq-${kind}`}>{word}</span>
                <span class="seq2seq-bar" style={{ '--share': probability.toFixed(3) }} />
                <span>{strings.percent(probability)}</span>
              </li>
            ))}
          </ol>
          <p class="seq2seq-note">{strings.looks(derived)}</p>
        </div>
        <SequencePicture
          scene={derived.drawn ?? derived.scene}
          veil={derived.drawn ? undefined : derived.veil}
          box={derived.box}
          trueBox={derived.trueBox}
          label={strings.picture(derived)}
        />
      </div>
    </>
  );
}

const pillOf = (token: ShownToken | undefined): string => {
  if (!token) return 'token-pill seq2seq-end';
  return `token-pill seq2seq-${token.kind} ${token.isWrong ? 'token-pill-wrong' : ''}`;
};

/** Milliseconds between two tokens that are written before the reader's eyes. */
const PACE = 550;

/** Writes the tokens one after the other again, when the reader asks; until then all are there. */
function usePlay(written: readonly ShownToken[], steps: number, onStep: (step: number) => void) {
  const key = written.map(({ word }) => word).join(' ');
  const [playing, setPlaying] = useState<{ key: string; step: number }>();
  const step = playing?.key === key ? playing.step : undefined;
  useEffect(() => {
    if (step === undefined) return;
    onStep(step);
    const timer = setTimeout(
      () => setPlaying(step + 1 < steps ? { key, step: step + 1 } : undefined),
      PACE,
    );
    return () => clearTimeout(timer);
  }, [key, step, steps]);
  return {
    shown: step === undefined ? written.length + 1 : step + 1,
    play: () => setPlaying({ key, step: 0 }),
  };
}
