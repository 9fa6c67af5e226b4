import type { ComponentChildren } from 'preact';
import { heatLevels } from './heatLevels.ts';

interface Props {
  rows: number;
  columns: number;
  /** Row-major, rows × columns; not negative. */
  values: ArrayLike<number>;
  /** The value of the darkest colour; the largest of `values` if absent. */
  maximum?: number;
  label: string;
  symbol?: string;
  class?: string;
  children?: ComponentChildren;
}

/**
 * A matrix as squares, light to dark; zero is the background. Cells of one level share one path, so
 * that a map of a thousand cells stays small in the page. Units of the drawing: one a cell.
 */
export function HeatMap(props: Props) {
  const { rows, columns, values, maximum, label, symbol, class: className = '', children } = props;
  return (
    <svg
      class={`heat-map ${className}`}
      viewBox={`0 0 ${columns} ${rows}`}
      role="img"
      aria-label={label}
      data-sym={symbol}
    >
      <rect class="heat-background" width={columns} height={rows} />
      <HeatCells rows={rows} columns={columns} values={values} maximum={maximum} />
      {children}
    </svg>
  );
}

/** The coloured cells alone, to be laid over something else; one unit a cell. */
export function HeatCells({ rows, columns, values, maximum }: Pick<Props, 'rows' | 'columns' | 'values' | 'maximum'>) {
  return (
    <>
      {heatLevels(values, rows, columns, maximum).map((path, level) => (
        path && <path key={level} class={`heat-${level + 1}`} d={path} />
      ))}
    </>
  );
}
