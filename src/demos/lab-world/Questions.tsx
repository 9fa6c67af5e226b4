import type { ComponentChildren } from 'preact';
import type * as v from 'valibot';
import { Choice } from '../../ui/controls.tsx';
import { TokenPills } from '../../ui/TokenPills.tsx';
import type { Question } from '../../world/question.ts';
import { LETTERS } from '../../world/vocabulary.ts';
import type { ViewProps } from '../definition.ts';
import { type ByCategory, type Derived, tokensOf } from './derive.ts';
import { type schema, WORDINGS } from './state.ts';
import type { Strings } from './strings.ts';

type Props = ViewProps<v.InferOutput<typeof schema>, Derived, Strings>;

/** The questions that the world makes about the scene, with their answers. */
export function Questions({ state, derived, strings, change }: Props) {
  const text = (question: Question) =>
    state.wording === 'reader' ? (
      strings.question(question)
    ) : (
      <TokenPills tokens={tokensOf(strings.words(question))} />
    );
  const wordOf = (words: readonly string[]) =>
    state.wording === 'reader' ? strings.answer(words) : words.join(' ');
  const truth = (isYes: boolean) => (
    <span class={isYes ? 'lab-world-yes' : 'lab-world-no'}>{isYes ? strings.yes : strings.no}</span>
  );
  return (
    <>
      <div class="controls">
        <Choice
          name="lab-world-wording"
          label={strings.wording}
          value={state.wording}
          options={WORDINGS.map((value) => ({ value, text: strings.wordings[value] }))}
          onChange={(wording) => change({ wording })}
        />
        <button type="button" onClick={() => change(derived.nextQuestions)}>
          {strings.nextQuestions}
        </button>
      </div>
      <div class="lab-world-questions">
        <Group title={strings.kinds.pairs} items={derived.pairs} strings={strings}>
          {({ yes, no }) => (
            <>
              <span class="lab-world-question">{text(yes)}</span> {truth(true)}
              <span class="lab-world-question">{text(no)}</span> {truth(false)}
            </>
          )}
        </Group>
        <Group title={strings.kinds.open} items={derived.open} strings={strings}>
          {({ question, answer }) => (
            <>
              <span class="lab-world-question">{text(question)}</span>
              <strong class="lab-world-answer">{wordOf(answer)}</strong>
            </>
          )}
        </Group>
        <Group title={strings.kinds.choices} items={derived.choices} strings={strings}>
          {({ question, options, answer }) => (
            <>
              <span class="lab-world-question">{text(question)}</span>
              <span class="lab-world-options">
                {options.map((option, index) => (
                  <span key={option} class={option === answer[0] ? 'lab-world-right' : ''}>
                    {LETTERS[index]} {wordOf([option])}
                  </span>
                ))}
              </span>
            </>
          )}
        </Group>
      </div>
    </>
  );
}

interface GroupProps<Item> {
  title: string;
  items: ByCategory<Item>;
  strings: Strings;
  children: (item: Item) => ComponentChildren;
}

function Group<Item>({ title, items, strings, children }: GroupProps<Item>) {
  return (
    <section class="lab-world-group">
      <p class="lab-world-heading">{title}</p>
      <dl>
        {items.map(({ category, item }) => (
          <div key={category}>
            <dt>{strings.categories[category]}</dt>
            <dd>{item ? children(item) : <span class="lab-world-note">{strings.none}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
