import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const { caption, quantity, value } = strings.table;
  const rows: [string, string | number][] =
    derived.kind === 'undivided'
      ? [[strings.undivided(derived), '']]
      : [
          [strings.rows.patchCount, derived.patchCount],
          [strings.rows.patchLength, derived.patchLength],
          [strings.rows.sequenceLength, derived.sequenceLength],
          [strings.rows.tokenPairs, derived.tokenPairs],
          [strings.rows.pixelPairs, derived.pixelPairs],
          [strings.rows.selected, strings.patchAt(derived)],
        ];
  return { caption, columns: [quantity, value], rows };
}
