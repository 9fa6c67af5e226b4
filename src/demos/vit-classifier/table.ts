import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table({ answers, onRed }: Derived, strings: Strings): DataTable {
  const { caption, columns, onRed: part } = strings.table;
  const probabilities = answers.flatMap(({ reading, probabilities: all }) =>
    all.map((probability, shape) => [
      `${strings.readings[reading]}: ${strings.shape(shape)}`,
      strings.percent(probability),
    ]),
  );
  const maps = onRed.map((share, map) => [
    `${strings.mapName(map)}: ${part}`,
    strings.percent(share),
  ]);
  return { caption, columns, rows: [...probabilities, ...maps] };
}
