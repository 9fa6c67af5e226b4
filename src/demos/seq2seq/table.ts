import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const join = (tokens: Derived['written']) => tokens.map(({ word }) => word).join(' ');
  const { probability, error, ...rest } = strings.table;
  const { counts, ofa } = derived;
  return {
    ...rest,
    rows: [
      [strings.asks, join(derived.instruction)],
      [strings.writes, join(derived.written) || '–'],
      [strings.verdict(derived), derived.right?.join(' ') ?? '–'],
      ...derived.candidates.map(({ word, probability: p }): [string, string] => [
        `${probability}: ${word}`,
        strings.percent(p),
      ]),
      [strings.kinds.text, `${strings.count(counts.text)} / ${strings.count(ofa.text)}`],
      [strings.kinds.code, `${strings.count(counts.code)} / ${strings.count(ofa.codes)}`],
      [strings.kinds.bin, `${strings.count(counts.bin)} / ${strings.count(ofa.bins)}`],
      ['|V|', `${strings.count(derived.size)} / ${strings.count(ofa.size)}`],
      ...derived.edges.map((edge, index): [string, string] => [
        `${strings.edges[index]}: ${error}`,
        strings.pixels(edge.error),
      ]),
    ],
  };
}
