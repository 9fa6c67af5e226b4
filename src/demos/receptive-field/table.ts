import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import { GRID } from './state.ts';
import type { Strings } from './strings.ts';

/** A line of the comparison; `symbol` is the id of the equations' symbol that it shows. */
export interface ComparisonRow {
  name: string;
  convolution: string;
  attention: string;
  symbol?: string;
}

/** What the two kinds of layer reach, and what it costs: shown under the pictures and in the table. */
export function comparison(derived: Derived, { rows, values }: Strings): ComparisonRow[] {
  const { convolution, attention } = derived;
  return [
    {
      name: rows.output,
      convolution: values.side(convolution.outputSide),
      attention: values.side(GRID),
      symbol: 'output-size',
    },
    {
      name: rows.window,
      convolution: values.formula(convolution),
      attention: values.count(GRID),
      symbol: 'receptive-field',
    },
    {
      name: rows.measured,
      convolution: values.box(convolution.measured),
      attention: values.box(attention.measured),
    },
    {
      name: rows.share,
      convolution: values.share(convolution.share),
      attention: values.share(attention.share),
    },
    {
      name: rows.depth,
      convolution: values.count(convolution.layersToReachAll),
      attention: values.count(1),
      symbol: 'layer-count',
    },
    {
      name: rows.parameters,
      convolution: values.count(convolution.cost.parameters),
      attention: values.count(attention.cost.parameters),
      symbol: 'parameter-count',
    },
    {
      name: rows.multiplyAdds,
      convolution: values.large(convolution.cost.multiplyAdds),
      attention: values.large(attention.cost.multiplyAdds),
      symbol: 'operation-count',
    },
  ];
}

export function table(derived: Derived, strings: Strings): DataTable {
  const { quantity, convolution, attention } = strings.columns;
  return {
    caption: `${strings.caption}: ${strings.place(derived)}`,
    columns: [quantity, convolution(derived.layers), attention],
    rows: [
      ...comparison(derived, strings).map((row) => [row.name, row.convolution, row.attention]),
      ...derived.sizes.map((size, index) => [
        strings.windowAfter(index + 1),
        strings.values.side(size),
        strings.values.side(GRID),
      ]),
    ],
  };
}
