import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export function table({ row }: Derived, strings: Strings, state: State): DataTable {
  const { caption, columns, sum, entropy, masked, score, weight, nats } = strings.table;
  const tokens = Array.from(row.weights, (value, token) => [
    strings.token(token),
    Number.isFinite(row.scores[token]) ? score(row.scores[token]) : masked,
    weight(value),
  ]);
  return {
    caption: caption(state.query, state.head),
    columns,
    rows: [...tokens, [sum, '', weight(row.sum)], [entropy, '', nats(row.entropy)]],
  };
}
