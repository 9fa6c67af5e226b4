import type { ComponentChildren } from 'preact';
import { HeatCells } from './HeatMap.tsx';

interface Props {
  rows: number;
  columns: number;
  values: ArrayLike<number>;
  /** The size of number that has the full colour; the largest of `values` if absent. */
  maximum?: number;
  label: string;
  symbol?: string;
  /** Whether the cells stretch with the box instead of being squares. */
  stretch?: boolean;
  /** Overlays, one unit a cell. */
  children?: ComponentChildren;
}

/** A matrix of signed numbers: one hue for what is above zero, another, hatched, for what is below. */
export function SignedMap({ rows, columns, values, label, symbol, stretch, children, ...props }: Props) {
  const cells = Array.from(values);
  const maximum = props.maximum ?? Math.max(...cells.map(Math.abs));
  return (
    <svg
      class="heat-map signed-map"
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio={stretch ? 'none' : undefined}
      role="img"
      aria-label={label}
      data-sym={symbol}
    >
      <rect class="heat-background" width={columns} height={rows} />
      <g class="heat-positive">
        <HeatCells rows={rows} columns={columns} values={cells} maximum={maximum} />
      </g>
      <g class="heat-negative">
        <HeatCells rows={rows} columns={columns} values={cells.map((value) => -value)} maximum={maximum} />
      </g>
      {children}
    </svg>
  );
}
