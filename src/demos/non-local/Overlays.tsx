import { PICTURE_SIDE } from '../../images/picture.ts';
import type { Derived } from './derive.ts';
import type { Place } from './places.ts';
import { GRID } from './state.ts';

const CELL = PICTURE_SIDE / GRID;
const CELLS_TO_PICTURE = `scale(${CELL})`;
/** From a cell's corner to its middle, so that what follows can be placed by row and column. */
const MIDDLES_TO_PICTURE = `scale(${CELL}) translate(0.5 0.5)`;

/** What a 3 × 3 convolution at the picked position sees. */
export function Window({ box: { left, top, width, height } }: { box: Derived['window'] }) {
  return (
    <g transform={CELLS_TO_PICTURE}>
      <rect class="non-local-window" x={left} y={top} width={width} height={height} />
    </g>
  );
}

interface LinksProps {
  from: { row: number; column: number };
  places: readonly Place[];
}

/** Lines from the picked position to the places it is most related to, numbered in order. */
export function Links({ from, places }: LinksProps) {
  const lines = places
    .filter(({ isAboveMean }) => isAboveMean)
    .map(({ row, column }) => `M${from.column} ${from.row}L${column} ${row}`);
  return (
    <g transform={MIDDLES_TO_PICTURE} data-sym="other-location">
      <path class="non-local-halo" d={lines.join('')} />
      {lines.map((line, index) => (
        <path key={index} class={index === 0 ? 'non-local-first' : 'non-local-line'} d={line} />
      ))}
      {places.map(({ row, column }, index) => (
        <g key={index} transform={`translate(${column} ${row})`}>
          <circle class="non-local-mark" r="0.75" />
          <text class="non-local-digit" y="0.37">
            {index + 1}
          </text>
        </g>
      ))}
    </g>
  );
}
