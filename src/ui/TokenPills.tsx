/** A text token as a model has it. */
export interface TextToken {
  word: string;
  /** Its number in the vocabulary, if it is to be shown */
  number?: number | undefined;
  /** Not what it should be */
  isWrong?: boolean | undefined;
}

interface Props {
  tokens: readonly TextToken[];
  label?: string | undefined;
  /** Said after a wrong one, to those who do not see that it is struck out. */
  wrong?: string | undefined;
}

/** Text tokens as pills with their words; wrong ones are struck out. */
export function TokenPills({ tokens, label, wrong }: Props) {
  return (
    <ul class="token-pills" aria-label={label}>
      {tokens.map(({ word, number, isWrong }, index) => (
        <li key={index} class={isWrong ? 'token-pill token-pill-wrong' : 'token-pill'}>
          {word}
          {number !== undefined && <small>{number}</small>}
          {isWrong && wrong && <span class="sr-only"> ({wrong})</span>}
        </li>
      ))}
    </ul>
  );
}
