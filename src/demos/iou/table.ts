import type { DataTable } from '../../ui/DataTableView.tsx';
import { decimal } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const { caption, columns, shown, accuracy, meanIou } = strings.table;
  const { gold, predicted, numbers, hits, rule, rows } = derived;
  const line = (
    name: string,
    one: Pick<Derived['rows'][number], 'gold' | 'predicted' | 'iou' | 'giou' | 'hits'>,
  ) => [
    name,
    strings.corners(one.gold),
    strings.corners(one.predicted),
    decimal(one.iou, 4),
    decimal(one.giou, 4),
    strings.verdict(one.hits[rule]),
  ];
  return {
    caption: caption(strings.rules[rule]),
    columns,
    rows: [
      line(shown, { gold, predicted, iou: numbers.iou, giou: numbers.giou, hits }),
      ...rows.map((row) => line(strings.expressions[row.id], row)),
      [accuracy, '', '', '', '', strings.accuracy(derived)],
      [meanIou, '', '', decimal(derived.meanIou, 4), '', ''],
    ],
  };
}
