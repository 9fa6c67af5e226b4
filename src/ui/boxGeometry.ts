import type { Box } from '../kernels/iou.ts';

/** A square that boxes live in, from 0 to `side`; each keeps at least `minimum` a side. Whole units. */
export interface BoxField {
  readonly side: number;
  readonly minimum: number;
}

/** A corner of a box by the edges that meet there. */
export const CORNERS = ['x1y1', 'x2y1', 'x1y2', 'x2y2'] as const;
export type Corner = (typeof CORNERS)[number];

/** What a drag or a key moves: the whole box or one of its corners. */
export type Grip = Corner | 'box';

/** The box after its grip was moved by (dx, dy), kept inside the field; the size stays when all of it moves. */
export function dragged(box: Box, grip: Grip, dx: number, dy: number, field: BoxField): Box {
  const [right, down] = [Math.round(dx), Math.round(dy)];
  return grip === 'box' ? moved(box, right, down, field) : resized(box, grip, right, down, field);
}

function moved({ x1, y1, x2, y2 }: Box, dx: number, dy: number, { side }: BoxField): Box {
  const right = clamp(dx, -x1, side - x2);
  const down = clamp(dy, -y1, side - y2);
  return { x1: x1 + right, y1: y1 + down, x2: x2 + right, y2: y2 + down };
}

function resized(box: Box, corner: Corner, dx: number, dy: number, field: BoxField): Box {
  const { side, minimum } = field;
  const { x1, y1, x2, y2 } = box;
  const horizontal = corner.startsWith('x1')
    ? { x1: clamp(x1 + dx, 0, x2 - minimum) }
    : { x2: clamp(x2 + dx, x1 + minimum, side) };
  const vertical = corner.endsWith('y1')
    ? { y1: clamp(y1 + dy, 0, y2 - minimum) }
    : { y2: clamp(y2 + dy, y1 + minimum, side) };
  return { ...box, ...horizontal, ...vertical };
}

/** Any box brought into the field. */
export function contained({ x1, y1, x2, y2 }: Box, { side, minimum }: BoxField): Box {
  const width = clamp(x2 - x1, minimum, side);
  const height = clamp(y2 - y1, minimum, side);
  const [left, top] = [clamp(x1, 0, side - width), clamp(y1, 0, side - height)];
  return { x1: left, y1: top, x2: left + width, y2: top + height };
}

/** Where a box stands over a picture of the field, as CSS. */
export function placeOf({ x1, y1, x2, y2 }: Box, { side }: BoxField): Record<string, string> {
  const percent = (length: number) => `${+((100 * length) / side).toFixed(2)}%`;
  return {
    left: percent(x1),
    top: percent(y1),
    width: percent(x2 - x1),
    height: percent(y2 - y1),
  };
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
/** How far an arrow key goes with Shift. */
export const LARGE_STEP = 8;

/** The step of an arrow key, [dx, dy]; undefined for other keys. */
export function keyStep(key: string, isLarge: boolean): readonly [number, number] | undefined {
  const step = STEPS[key];
  const length = isLarge ? LARGE_STEP : 1;
  return step && [step[0] * length, step[1] * length];
}

const clamp = (value: number, minimum: number, maximum: number) =>
  Math.min(maximum, Math.max(minimum, value));
