import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import { total } from './numbers.ts';
import { PLACE_COUNT } from './places.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const { rows, number, percent } = strings;
  const single = (name: string, value: string) => [name, value, '', ''];
  return {
    caption: strings.table.caption(derived),
    columns: strings.table.columns,
    rows: [
      single(rows.weightSum, total(derived.weightSum)),
      single(rows.normaliser, number(derived.normaliser)),
      single(rows.nearShare, percent(derived.nearShare)),
      ...Array.from({ length: PLACE_COUNT }, (_, index) => {
        const place = derived.places[index];
        const name = strings.rank(index + 1);
        if (!place) return single(name, strings.none);
        return [name, number(place.weight), strings.place(place), place.distance.toFixed(2)];
      }),
      single(rows.x, derived.colours.x),
      single(rows.y, derived.colours.y),
      single(rows.z, derived.colours.z),
    ],
  };
}
