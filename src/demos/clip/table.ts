import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

export function table(derived: Derived, strings: Strings): DataTable {
  const { prompts, heat, side } = derived;
  const { caption, columns, number, unreadable, patch } = strings.table;
  const sentences = prompts.map(({ line, words, cosine, probability, isTrue }) => [
    words?.join(' ') ?? strings.table.line(line),
    cosine === undefined || probability === undefined ? unreadable : number(cosine),
    probability === undefined ? '' : number(probability),
    cosine === undefined ? '' : strings.truth(isTrue),
  ]);
  const patches = Array.from(heat?.values ?? [], (value, index) => [
    patch(Math.floor(index / side), index % side),
    number(value),
    '',
    '',
  ]);
  return {
    caption,
    columns,
    rows: [...sentences, [strings.verdict(derived), '–', '–', '–'], ...patches],
  };
}
