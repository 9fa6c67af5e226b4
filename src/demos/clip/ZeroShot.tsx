import { TokenPills } from '../../ui/TokenPills.tsx';
import type { Scored } from './derive.ts';
import { sentencesOf } from './prompts.ts';
import { BETWEEN, LONGEST_PROMPTS } from './state.ts';
import type { Props } from './view.tsx';

/** Sentences that the reader writes, as the model reads them, and the softmax over their cosines. */
export function ZeroShot({ state, derived, strings, language, change }: Props) {
  const write = (text: string) =>
    // One bar alone stands for no sentence at all; nothing stands for the first ones.
    change({ prompts: text.replaceAll(BETWEEN, ' ').replaceAll('\n', BETWEEN) || BETWEEN });
  return (
    <section data-sym="unit-texts">
      <label class="clip-write">
        <span class="clip-heading">{strings.write}</span>
        <textarea
          rows={5}
          maxLength={LONGEST_PROMPTS}
          value={sentencesOf(state.prompts, language).join('\n')}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <p class="clip-note">{strings.vocabulary}</p>
      <ol class="clip-prompts">
        {derived.prompts.map((prompt, index) => (
          <Prompt
            key={index}
            {...{ prompt, strings, change, index }}
            isPicked={index === derived.picked?.index}
            isWinner={prompt === derived.winner}
          />
        ))}
      </ol>
      <p class="clip-verdict" role="status">
        {strings.verdict(derived)}
      </p>
    </section>
  );
}

interface PromptProps extends Pick<Props, 'strings' | 'change'> {
  prompt: Scored;
  index: number;
  isPicked: boolean;
  isWinner: boolean;
}

/** One sentence: what the model reads, how near it is, and whether it is true; or why it cannot be read. */
function Prompt({ prompt, index, isPicked, isWinner, strings, change }: PromptProps) {
  const { words, read, cosine, probability, isTrue } = prompt;
  return (
    <li class="clip-prompt" data-winner={isWinner || undefined}>
      {words === undefined || cosine === undefined || probability === undefined ? (
        <p class="clip-problem">{strings.problem(read, prompt.line)}</p>
      ) : (
        <>
          <button
            type="button"
            class="clip-pick"
            aria-pressed={isPicked}
            aria-label={strings.pick(index)}
            title={strings.pick(index)}
            onClick={() => change({ prompt: index, heat: 'prompt' })}
          >
            {index + 1}
          </button>
          <TokenPills tokens={words.map((word) => ({ word }))} />
          <span class="clip-bar" aria-hidden="true">
            <span style={{ width: strings.width(probability) }} />
          </span>
          <span class="clip-scores">{strings.scores(cosine, probability, isTrue)}</span>
        </>
      )}
    </li>
  );
}
