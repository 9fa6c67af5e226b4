import type { Box } from '../../kernels/iou.ts';
import { FIELD } from './scene.ts';

/** Places for a predicted box that are worth seeing, found from the gold box. */
export const PRESETS = ['equal', 'half', 'touching', 'apart'] as const;
export type Preset = (typeof PRESETS)[number];

export const presetBoxes = (gold: Box): Record<Preset, Box> => ({
  equal: gold,
  half: half(gold),
  touching: beside(gold),
  apart: farCorner(gold),
});

/** Half of the gold box, or twice it where neither side is even: IoU is just 0.5. */
function half({ x1, y1, x2, y2 }: Box): Box {
  const [width, height] = [x2 - x1, y2 - y1];
  const isWide = width % 2 === 0 && width / 2 >= FIELD.minimum;
  if (isWide) return { x1, y1, x2: x1 + width / 2, y2 };
  const isHigh = height % 2 === 0 && height / 2 >= FIELD.minimum;
  if (isHigh) return { x1, y1, x2, y2: y1 + height / 2 };
  if (2 * width <= FIELD.side) {
    const left = Math.min(x1, FIELD.side - 2 * width);
    return { x1: left, y1, x2: left + 2 * width, y2 };
  }
  const top = Math.min(y1, Math.max(0, FIELD.side - 2 * height));
  return { x1, y1: top, x2, y2: Math.min(FIELD.side, top + 2 * height) };
}

/** A box with the same upper and lower edge that begins where the gold one ends, on the side with more room. */
function beside({ x1, y1, x2, y2 }: Box): Box {
  const room = FIELD.side - x2;
  const width = Math.max(FIELD.minimum, Math.min(x2 - x1, Math.max(room, x1)));
  return room >= x1 ? { x1: x2, y1, x2: x2 + width, y2 } : { x1: x1 - width, y1, x2: x1, y2 };
}

/** A small box in the corner that is farthest from the gold one. */
function farCorner({ x1, y1, x2, y2 }: Box): Box {
  const size = 4 * FIELD.minimum;
  const start = (low: number, high: number) => (low + high > FIELD.side ? 0 : FIELD.side - size);
  const [left, top] = [start(x1, x2), start(y1, y2)];
  return { x1: left, y1: top, x2: left + size, y2: top + size };
}
