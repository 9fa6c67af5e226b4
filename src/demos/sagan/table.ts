import type { DataTable } from '../../ui/DataTableView.tsx';
import { decimal } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings, state: State): DataTable {
  const { caption, columns, rows } = strings.table;
  const { row, source, difference, loss, gradient, curve } = derived;
  return {
    caption,
    columns,
    rows: [
      [rows.gamma, strings.gamma(state.gamma)],
      [rows.place, strings.place(row.place)],
      [rows.source, strings.place(source)],
      [rows.largest, decimal(row.largest, 4)],
      [rows.sum, decimal(row.sum, 4)],
      [rows.difference, decimal(difference, 4)],
      [rows.loss, decimal(loss, 5)],
      [rows.gradient, decimal(gradient, 5)],
      [rows.best, decimal(curve.best, 2)],
    ],
  };
}
