import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { heatBitmap, largest, signedHeatBitmap } from './heatBitmap.ts';
import { StretchedBitmap } from './StretchedBitmap.tsx';

interface Props {
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: ArrayLike<number>;
  /** The size of number that has the full colour; the largest of `values` if absent. */
  maximum?: number;
  label: string;
  symbol?: string;
  /** Whether the cells stretch with the box instead of being squares. */
  stretch?: boolean;
  /** Marks on top, as SVG; one unit a cell. */
  children?: ComponentChildren;
}

/** A matrix of numbers that are not negative, as squares, light to dark; zero is the background. */
export function HeatMap({ values, maximum = largest(values), ...props }: Props) {
  const { rows, columns } = props;
  const url = useMemo(
    () => heatBitmap(values, rows, columns, maximum),
    [values, rows, columns, maximum],
  );
  return cells(props, url);
}

/** A matrix of signed numbers: one hue for what is above zero, another for what is below. */
export function SignedMap({ values, maximum = largest(values), ...props }: Props) {
  const { rows, columns } = props;
  const url = useMemo(
    () => signedHeatBitmap(values, rows, columns, maximum),
    [values, rows, columns, maximum],
  );
  return cells(props, url);
}

type CellsProps = Omit<Props, 'values' | 'maximum'>;

function cells(props: CellsProps, url: string) {
  const { rows, columns, label, symbol, stretch = false, children } = props;
  return (
    <span
      class={stretch ? 'heat-map heat-stretch' : 'heat-map'}
      style={stretch ? undefined : { aspectRatio: `${columns} / ${rows}` }}
      data-sym={symbol}
    >
      <StretchedBitmap class="bitmap" url={url} label={label} />
      {children && (
        <svg viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
          {children}
        </svg>
      )}
    </span>
  );
}
