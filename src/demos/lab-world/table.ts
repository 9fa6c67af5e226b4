import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

/** Every question with its right answer. */
export function table(derived: Derived, strings: Strings): DataTable {
  const { kinds, categories, question, answer, none } = strings;
  const pairs = derived.pairs.flatMap(({ category, item }) =>
    item
      ? ([
          [kinds.pairs, categories[category], question(item.yes), strings.yes],
          [kinds.pairs, categories[category], question(item.no), strings.no],
        ] as const)
      : [[kinds.pairs, categories[category], none, '–'] as const],
  );
  const open = derived.open.map(({ category, item }) => [
    kinds.open,
    categories[category],
    item ? question(item.question) : none,
    item ? answer(item.answer) : '–',
  ]);
  const choices = derived.choices.map(({ category, item }) => [
    kinds.choices,
    categories[category],
    item ? question(item.question) : none,
    item ? answer(item.answer) : '–',
  ]);
  const caption = [strings.caption, '–', strings.captionText(derived), '–'];
  return {
    ...strings.table,
    rows: [caption, ...pairs.map((row) => [...row]), ...open, ...choices],
  };
}
