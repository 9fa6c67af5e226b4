import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const { attention, nearest } = strings.table;
  const given = derived.words.map(({ word }) => word);
  return {
    ...strings.table,
    rows: [
      [strings.yourQuestion, strings.question(derived.question)],
      [strings.answer, given.length > 0 ? strings.words(given) : strings.empty],
      [strings.verdict(derived), derived.right ? strings.rightAnswer(derived.right) : '–'],
      ...derived.candidates.map(({ word, probability }) => [word, strings.percent(probability)]),
      ...derived.attention.map((weight, token) => [
        `${attention} ${token + 1}`,
        strings.percent(weight),
      ]),
      ...derived.nearestOfAll.map((word, token) => [`${nearest} ${token + 1}`, word]),
    ],
  };
}
