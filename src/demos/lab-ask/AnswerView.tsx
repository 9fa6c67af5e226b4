import type { Props } from './view.tsx';

/** The answer word by word, whether it is right, and what else the model would have said. */
export function AnswerView({ derived, strings, language, change }: Props) {
  const { words, selected, verdict, right, candidates } = derived;
  return (
    <div class="lab-ask-answer">
      <p class="lab-ask-note">{strings.answer}</p>
      <div class="lab-ask-words">
        {[...words, { word: strings.end, isRight: undefined }].map(({ word, isRight }, index) => (
          <button
            key={index}
            type="button"
            class={pillClass(isRight, index === words.length)}
            aria-pressed={index === selected}
            onClick={() => change({ word: index })}
          >
            {word}
            {isRight === false && <span class="sr-only"> ({strings.wrong})</span>}
          </button>
        ))}
      </div>
      {language === 'zh' && (
        <p class="lab-ask-reading">
          {words.length > 0 ? strings.words(words.map(({ word }) => word)) : strings.empty}
        </p>
      )}
      <p class={`lab-ask-verdict lab-ask-${verdict}`} role="status">
        {strings.verdict(derived)} {verdict === 'wrong' && right && strings.rightAnswer(right)}
      </p>
      <p class="lab-ask-note">{strings.candidates(derived)}</p>
      <ol class="lab-ask-candidates">
        {candidates.map(({ word, probability }) => (
          <li key={word}>
            <span class="token-pill">{word}</span>
            <span class="lab-ask-bar" style={{ '--share': probability.toFixed(3) }} />
            <span>{strings.percent(probability)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const pillClass = (isRight: boolean | undefined, isEnd: boolean): string => {
  if (isEnd) return 'token-pill lab-ask-end';
  return isRight === false ? 'token-pill token-pill-wrong' : 'token-pill';
};
