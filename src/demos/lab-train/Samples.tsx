import { memo } from '../../ui/memo.tsx';
import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { TokenPills } from '../../ui/TokenPills.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import { judge, type Judged } from './judge.ts';
import type { Said } from './live.ts';
import type { Props } from './view.tsx';

/** A column of answers: who gave them, and what they are; undefined while there are none. */
interface Answers {
  name: string;
  judged: readonly Judged[] | undefined;
}

type SaidProps = Pick<Props, 'derived' | 'strings'> & { said: readonly Said[] };

/** What the model says of scenes that no training has seen: ours, or this page's before and now. */
export const Samples = memo(function Samples(props: SaidProps) {
  const { derived, strings } = props;
  const answers = answersOf(props);
  return (
    <section class="lab-train-samples">
      <p class="lab-train-heading">{strings.samples}</p>
      <p class="lab-train-note">{strings.samplesNote}</p>
      <ul>
        {derived.scenes.map((scene, index) => (
          <li key={index}>
            <SceneThumbnail config={SMALL_WORLD} scene={scene} label={strings.caption(scene)} />
            <dl>
              {derived.turns.map((turn, position) =>
                turn.index === index ? (
                  <Turn
                    key={position}
                    question={strings.question(turn)}
                    right={turn.answer}
                    answers={answers.map(({ name, judged }) => ({
                      name,
                      judged: judged?.[position],
                    }))}
                    strings={strings}
                  />
                ) : null,
              )}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
});

function answersOf({ derived, strings, said }: SaidProps): Answers[] {
  const { turns, shippedAnswers } = derived;
  const ours = shippedAnswers ? [{ name: strings.oursSays, judged: shippedAnswers }] : [];
  const begun = said.filter(({ before, sample }) => before ?? sample);
  if (begun.length === 0) {
    return [...ours, { name: strings.here, judged: undefined }];
  }
  const judged = (sample: Said['sample']) => sample?.answers && judge(turns, sample.answers);
  const [first] = begun;
  // A run that was gone on with after a reload no longer knows what it said before its first step.
  return [
    ...(first.before ? [{ name: strings.before, judged: judged(first.before) }] : ours),
    ...begun.map(({ sample }, index) => ({
      name: derived.beside
        ? strings.connectors[(index === 0 ? derived.run : derived.beside).connector]
        : strings.now(sample?.step ?? 0),
      judged: judged(sample),
    })),
  ];
}

/** Words of a caption that take more than a line. */
const LONG = 8;

interface TurnProps {
  question: string;
  right: readonly string[];
  answers: readonly { name: string; judged: Judged | undefined }[];
  strings: Props['strings'];
}

function Turn({ question, right, answers, strings }: TurnProps) {
  const size = right.length > 1 ? (right.length > LONG ? 'long' : 'middling') : 'short';
  return (
    <div class={`lab-train-turn lab-train-${size}`}>
      {right.length === 1 && <dt class="lab-train-question">{question}</dt>}
      <dt>{strings.right}</dt>
      <dd class="lab-train-truth">{strings.truth(right)}</dd>
      {answers.map(({ name, judged }) => (
        <Answer key={name} name={name} judged={judged} strings={strings} />
      ))}
    </div>
  );
}

function Answer({
  name,
  judged,
  strings,
}: TurnProps['answers'][number] & Pick<TurnProps, 'strings'>) {
  const tokens =
    judged?.words.map(({ word, isWrong }) => ({ word: strings.word(word), isWrong })) ?? [];
  return (
    <>
      <dt class={judged?.isRight ? 'lab-train-right' : ''}>{name}</dt>
      <dd class="lab-train-answer">
        {judged ? (
          <TokenPills tokens={tokens} wrong={strings.wrong} />
        ) : (
          <span class="lab-train-note">{strings.notYet}</span>
        )}
        {judged && judged.more > 0 && (
          <span class="lab-train-note">{strings.more(judged.more)}</span>
        )}
        {judged && judged.missing > 0 && (
          <span class="lab-train-note">{strings.missing(judged.missing)}</span>
        )}
      </dd>
    </>
  );
}
