import { PICTURE_SIDE } from '../../images/picture.ts';
import { GRID } from './state.ts';
import type { Box } from './windows.ts';

const CELLS_TO_PICTURE = `scale(${PICTURE_SIDE / GRID})`;

const outline = ({ left, top, width, height }: Box) =>
  `M${left} ${top}v${height}h${width}v-${height}z`;

/** Everything outside a window, behind paper: what the output cannot see. */
export function WindowVeil({ window }: { window: Box }) {
  const path = `M0 0H${GRID}V${GRID}H0z${outline(window)}`;
  return (
    <g transform={CELLS_TO_PICTURE}>
      <path class="receptive-field-veil" d={path} />
    </g>
  );
}

/** The frame of a window, and within it those that fewer layers have. */
export function Frames({ window, within = [] }: { window: Box; within?: readonly Box[] }) {
  const inner = within.map(outline).join('');
  return (
    <g transform={CELLS_TO_PICTURE} data-sym="receptive-field">
      <path class="receptive-field-halo" d={inner} />
      <path class="receptive-field-frame" d={inner} />
      <path class="receptive-field-window" d={outline(window)} />
    </g>
  );
}
