import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings, state: State): DataTable {
  const { caption, columns, pair, mean, chance, number } = strings.table;
  const rows = derived.own.map(({ cosine, numbers, loss }, index) => [
    pair(index),
    ...[cosine, ...numbers, loss].map(number),
  ]);
  return {
    caption: caption[state.loss](state),
    columns: columns[state.loss],
    rows: [
      ...rows,
      [mean, '', '', '', number(derived.loss)],
      [chance[state.loss], '', '', '', number(derived.chance)],
    ],
  };
}
