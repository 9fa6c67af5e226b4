import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table({ shipped }: Derived, strings: Strings): DataTable {
  return {
    ...strings.table,
    rows: shipped.map(({ measure, score, guessing }) => [
      strings.measures[measure],
      score ? strings.score(score) : strings.notHere,
      guessing > 0 ? strings.plain(guessing) : strings.notHere,
    ]),
  };
}
