import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import { FAMILIES } from './state.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  return {
    ...strings.table,
    rows: FAMILIES.map((family) => [
      strings.family[family],
      strings.short(family, derived),
      strings.verdict[derived.verdicts[family]],
    ]),
  };
}
