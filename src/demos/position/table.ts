import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings, state: State): DataTable {
  const { caption, columns, similarityTo } = strings.table;
  const similarities = Array.from(
    derived.similarity.values,
    (value, position): [string, string] => [similarityTo(position), strings.cosine(value)],
  );
  const outcomes = (['without', 'with'] as const).flatMap((name) =>
    strings.measures.map((measure): [string, string] => [
      `${name === 'with' ? strings.with(state.embedding) : strings.without} · ${measure.name}`,
      strings.difference(derived[name][measure.id]),
    ]),
  );
  return { caption, columns, rows: [...outcomes, ...similarities] };
}
