import { Choice, Toggle } from '../../ui/controls.tsx';
import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import type { AnsweredItem } from '../../train/examination.ts';
import { pageOf } from './items.ts';
import { isRight } from './report.ts';
import { KINDS } from './state.ts';
import type { Examination } from './useExamination.ts';
import type { Props } from './view.tsx';

/** The questions one by one, with the model's answers. */
export function Items({
  state,
  derived,
  strings,
  change,
  examination,
}: Props & { examination: Examination }) {
  const answered = examination.examined?.items;
  const page = pageOf(
    answered ?? derived.preview,
    answered ? state : { ...state, onlyWrong: false },
  );
  return (
    <section class="lab-exam-items">
      <p class="lab-exam-heading">{strings.questions}</p>
      <div class="controls">
        <Choice
          name="lab-exam-kind"
          label={strings.kind}
          value={state.kind}
          options={KINDS.map((value) => ({ value, text: strings.kinds[value] }))}
          onChange={(kind) => change({ kind, page: 0 })}
        />
        <Toggle
          label={strings.onlyWrong}
          value={state.onlyWrong}
          onChange={(onlyWrong) => change({ onlyWrong, page: 0 })}
        />
      </div>
      <p class="lab-exam-note">{answered ? strings.pageAt(page) : strings.preview}</p>
      <div class="lab-exam-list" tabIndex={0} role="region" aria-label={strings.questions}>
        <table>
          <thead>
            <tr>
              {strings.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.items.map((item, index) => (
              <Item key={index} item={item} isAnswered={answered !== undefined} strings={strings} />
            ))}
          </tbody>
        </table>
        {page.items.length === 0 && <p class="lab-exam-note">{strings.noItems}</p>}
      </div>
      <div class="lab-exam-pages">
        <button
          type="button"
          disabled={page.page === 0}
          onClick={() => change({ page: page.page - 1 })}
        >
          {strings.previous}
        </button>
        <button
          type="button"
          disabled={page.page === page.pages - 1}
          onClick={() => change({ page: page.page + 1 })}
        >
          {strings.next}
        </button>
      </div>
    </section>
  );
}

interface ItemProps {
  item: AnsweredItem;
  isAnswered: boolean;
  strings: Props['strings'];
}

function Item({ item, isAnswered, strings }: ItemProps) {
  const right = isRight(item);
  return (
    <tr>
      <td>
        <SceneThumbnail
          config={SMALL_WORLD}
          scene={item.scene}
          label={strings.caption(item.scene)}
        />
      </td>
      <td>{strings.question(item)}</td>
      <td>{strings.answer(item.truth)}</td>
      {isAnswered ? (
        <td class={right ? 'lab-exam-right' : 'lab-exam-wrong'}>
          {right ? '✓' : '✗'} <span>{strings.answer(item.answer)}</span>
          {!right && <span class="sr-only"> ({strings.wrong})</span>}
        </td>
      ) : (
        <td class="lab-exam-note">{strings.noAnswer}</td>
      )}
    </tr>
  );
}
