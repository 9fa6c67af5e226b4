import type { Scene, Shape } from '../../images/scenes.ts';

type Colour = Shape['fill'];

/** The parts differ in brightness as well as in hue, so that brightness alone can tell them apart. */
const PAPER: Colour = [0.9, 0.95, 0.98];
const ORANGE: Colour = [0.95, 0.56, 0.2];
const BLUE: Colour = [0.12, 0.34, 0.72];
const YELLOW: Colour = [0.98, 0.82, 0.3];
const GREEN: Colour = [0.18, 0.58, 0.36];
const BROWN: Colour = [0.2, 0.1, 0.06];

/** A polygon and its mirror image about the vertical middle line. */
const pair = (fill: Colour, ...points: [number, number][]): Shape[] => [
  { kind: 'polygon', points, fill },
  { kind: 'polygon', points: points.map(([x, y]): [number, number] => [1 - x, y]), fill },
];
const circles = (fill: Colour, x: number, y: number, radius: number): Shape[] => [
  { kind: 'circle', x, y, radius, fill },
  { kind: 'circle', x: 1 - x, y, radius, fill },
];

/** A butterfly, symmetric about the vertical middle line. */
export const BUTTERFLY: Scene = {
  background: PAPER,
  shapes: [
    ...pair(
      ORANGE,
      [0.48, 0.5],
      [0.46, 0.3],
      [0.3, 0.12],
      [0.1, 0.08],
      [0.04, 0.2],
      [0.08, 0.4],
      [0.2, 0.53],
    ),
    ...pair(YELLOW, [0.48, 0.52], [0.18, 0.55], [0.1, 0.7], [0.16, 0.88], [0.3, 0.93], [0.43, 0.8]),
    ...circles(BLUE, 0.21, 0.28, 0.11),
    ...circles(GREEN, 0.27, 0.73, 0.1),
    { kind: 'rectangle', x: 0.45, y: 0.24, width: 0.1, height: 0.6, fill: BROWN },
  ],
};
