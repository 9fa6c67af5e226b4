import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { SequencePicture } from '../SequencePicture.tsx';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';
import type { Answered, Choice4 } from './answers.ts';
import { Retrieval } from './Retrieval.tsx';
import type { Strings } from './strings.ts';
import type { Props } from './view.tsx';

/** The opened family: what goes in, what comes out, what would be right, and how it is scored. */
export function Detail(props: Props) {
  const { derived, strings } = props;
  const { family } = derived;
  return (
    <>
      <dl class="tasks-facts">
        <dt>{strings.input}</dt>
        <dd>{strings.inputText(family, derived)}</dd>
        <dt>{strings.metric}</dt>
        <dd>
          {strings.metricText(family, derived)}
          <br />
          {strings.held(family, derived.held)}
        </dd>
        <dt>{strings.dataset}</dt>
        <dd>{strings.datasets[family]}</dd>
      </dl>
      <div class="tasks-output">
        <Output {...props} />
      </div>
    </>
  );
}

function Output(props: Props) {
  const { derived, strings } = props;
  const { answers } = derived;
  switch (derived.family) {
    case 'retrieval':
      return <Retrieval {...props} />;
    case 'grounding':
      return (
        <>
          <SequencePicture
            scene={derived.scene}
            box={answers.grounding.box}
            trueBox={answers.grounding.trueBox}
            label={strings.boxes}
          />
          <Pair answered={answers.grounding} strings={strings} />
        </>
      );
    case 'caption':
      return <Pair answered={answers.caption} strings={strings} />;
    case 'question':
      return <Pair answered={answers.question} strings={strings} />;
    case 'reasoning':
      return <Reasoning {...props} />;
    case 'event':
      return <Event {...props} />;
  }
}

/** What the model writes, and what is right. */
function Pair({ answered, strings }: { answered: Answered; strings: Strings }) {
  const { words, right, verdict } = answered;
  return (
    <dl class="tasks-pair">
      <dt>{strings.output}</dt>
      <dd class={`tasks-${verdict}`}>
        {strings.words(words)} <b>{strings.verdict[verdict]}</b>
      </dd>
      <dt>{strings.rightAnswer}</dt>
      <dd>{right ? strings.words(right) : '–'}</dd>
    </dl>
  );
}

/** Four places, then four reasons. */
function Reasoning({ derived, strings }: Props) {
  const { question, answer, rationale } = derived.answers.reasoning;
  return (
    <>
      <Options
        heading={strings.answers}
        options={question.answers.map(strings.option)}
        choice={answer}
        strings={strings}
      />
      <Options
        heading={strings.rationales}
        options={question.rationales.map(strings.rationale)}
        choice={rationale}
        strings={strings}
      />
    </>
  );
}

interface OptionsProps {
  heading: string;
  options: readonly string[];
  choice: Choice4;
  strings: Strings;
}

function Options({ heading, options, choice, strings }: OptionsProps) {
  return (
    <div class="tasks-options">
      <p>
        {heading} <b class={`tasks-${choice.verdict}`}>{strings.verdict[choice.verdict]}</b>
      </p>
      <ol>
        {options.map((option, index) => (
          <li key={index} class={index === choice.chosen ? 'tasks-chosen' : undefined}>
            <span>{option}</span>
            <span class="tasks-bar" style={{ '--share': choice.probabilities[index].toFixed(3) }} />
            <span>{strings.percent(choice.probabilities[index])}</span>
            <small>
              {index === choice.chosen && strings.chosen}{' '}
              {index === choice.right && strings.isRight}
            </small>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Before, now and after. */
function Event({ derived, strings }: Props) {
  return (
    <>
      <dl class="tasks-pair tasks-event">
        {derived.answers.event.answers.map(({ aspect, words, right, verdict }) => (
          <>
            <dt>{strings.aspects[aspect]}</dt>
            <dd class={`tasks-${verdict}`}>
              {strings.words(words)} <b>{strings.verdict[verdict]}</b>
              {verdict === 'wrong' && right && ` (${strings.rightAnswer}: ${strings.words(right)})`}
            </dd>
          </>
        ))}
      </dl>
      <p class="tasks-frames">
        <SceneThumbnail config={SEQUENCE_WORLD} scene={derived.scene} label={strings.now} />
        <span>{strings.now} →</span>
        <SceneThumbnail config={SEQUENCE_WORLD} scene={derived.after} label={strings.later} />
        <span>{strings.later}</span>
      </p>
    </>
  );
}
