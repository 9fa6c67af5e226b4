import { HEAT_LEVELS, heatPaths } from './heatLevels.ts';
import { memo } from './memo.tsx';

interface Props {
  rows: number;
  columns: number;
  /** How much of what lies beneath each cell is seen, from 0 to 1; row-major. */
  shares: ArrayLike<number>;
}

/** The densest veil still lets a trace through, so that one sees what is not attended to. */
const DENSEST = 0.86;

/** Covers the cells of a grid, the less the larger their share; one unit a cell, to be laid over a drawing. */
export const Veil = memo(function Veil({ rows, columns, shares }: Props) {
  const covers = Array.from(shares, (share) => 1 - share);
  return (
    <g class="veil">
      {heatPaths(covers, rows, columns, 1).map(({ path, level }, index) => (
        <path key={index} d={path} stroke-opacity={((DENSEST * level) / HEAT_LEVELS).toFixed(2)} />
      ))}
    </g>
  );
});
