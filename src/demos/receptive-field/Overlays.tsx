import { PICTURE_SIDE } from '../../ui/PictureView.tsx';
import { GRID } from './state.ts';
import type { Box } from './windows.ts';

/** Everything outside a window, behind paper: what the output cannot see. */
export function WindowVeil({ window: { left, top, width, height } }: { window: Box }) {
  const path = `M0 0H${GRID}V${GRID}H0zM${left} ${top}v${height}h${width}v-${height}z`;
  return (
    <g transform={CELLS_TO_PICTURE}>
      <path class="receptive-field-veil" d={path} />
    </g>
  );
}

/** The frames of the windows, one for each layer; the last is the stack's. */
export function Frames({ windows }: { windows: readonly Box[] }) {
  return (
    <g transform={CELLS_TO_PICTURE} data-sym="receptive-field">
      {windows.map(({ left, top, width, height }, index) => (
        <rect
          key={index}
          class={index === windows.length - 1 ? 'receptive-field-window' : 'receptive-field-frame'}
          x={left}
          y={top}
          width={width}
          height={height}
        />
      ))}
    </g>
  );
}

const CELLS_TO_PICTURE = `scale(${PICTURE_SIDE / GRID})`;
