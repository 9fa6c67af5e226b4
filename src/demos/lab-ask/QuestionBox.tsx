import { useEffect, useState } from 'preact/hooks';
import { SMALL_WORLD } from '../../world/config.ts';
import { understand, type Understood } from '../../world/language/understand.ts';
import type { Props } from './view.tsx';

/** A question in the reader's words, typed or picked. What is not understood stays here, with a message. */
export function QuestionBox({ derived, strings, change }: Props) {
  const asked = strings.question(derived.question);
  const [draft, setDraft] = useState(asked);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    setDraft(asked);
    setProblem(undefined);
  }, [asked]);
  const ask = (text: string) => {
    const understood = understand(SMALL_WORLD, text);
    setDraft(text);
    setProblem(understood.kind === 'question' ? undefined : understood);
    if (understood.kind === 'question') change({ question: text, word: 0 });
  };
  return (
    <>
      <form
        class="lab-ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask(draft);
        }}
      >
        <label class="control">
          <span class="control-label">{strings.yourQuestion}</span>
          <input
            type="text"
            maxLength={120}
            value={draft}
            autocomplete="off"
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{strings.ask}</button>
      </form>
      <div class="lab-ask-problem" role="status">
        {problem && <ProblemView {...{ problem, strings, draft, ask }} />}
      </div>
      <div class="lab-ask-suggestions">
        <span class="lab-ask-note">{strings.suggestions}</span>
        {derived.suggestions.map((question) => {
          const text = strings.question(question);
          return (
            <button
              key={text}
              type="button"
              aria-pressed={text === asked}
              onClick={() => ask(text)}
            >
              {text}
            </button>
          );
        })}
      </div>
    </>
  );
}

type Problem = Exclude<Understood, { kind: 'question' }>;

interface ProblemProps {
  problem: Problem;
  strings: Props['strings'];
  draft: string;
  ask: (text: string) => void;
}

function ProblemView({ problem, strings, draft, ask }: ProblemProps) {
  if (problem.kind === 'unclear') return <span>{strings.unclear}</span>;
  const [{ word, suggestions }] = problem.words;
  const without = (suggestion: string) =>
    draft.toLowerCase().replace(word.toLowerCase(), () => suggestion);
  return (
    <>
      <span>
        {strings.unknown(word)} {strings.meant}
      </span>{' '}
      {suggestions.map((suggestion) => (
        <button key={suggestion} type="button" onClick={() => ask(without(suggestion))}>
          {suggestion}
        </button>
      ))}
    </>
  );
}
