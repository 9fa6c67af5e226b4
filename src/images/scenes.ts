import type { Colour, Drawing, Shape } from '../world/shapes.ts';

export type { Drawing as Scene, Shape } from '../world/shapes.ts';
export { drawShapes as drawScene } from '../world/shapes.ts';

const hex = (code: string): Colour => {
  const channel = (start: number) => parseInt(code.slice(start, start + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
};

const rectangle = (x: number, y: number, width: number, height: number, fill: string): Shape => ({
  kind: 'rectangle',
  x,
  y,
  width,
  height,
  fill: hex(fill),
});
const circle = (x: number, y: number, radius: number, fill: string): Shape => ({
  kind: 'circle',
  x,
  y,
  radius,
  fill: hex(fill),
});
const polygon = (fill: string, ...points: [number, number][]): Shape => ({
  kind: 'polygon',
  points,
  fill: hex(fill),
});

/** The pictures that are drawn, not photographed: exact at every size, in colour, a few bytes each. */
export const SCENES = {
  harbour: {
    background: hex('#bfe3f5'),
    shapes: [
      circle(0.8, 0.19, 0.1, '#f7c948'),
      polygon('#6fa287', [0, 0.56], [0.2, 0.34], [0.4, 0.5], [0.58, 0.36], [0.82, 0.56]),
      rectangle(0, 0.54, 1, 0.46, '#2f7fb8'),
      rectangle(0, 0.76, 1, 0.24, '#26689a'),
      rectangle(0.425, 0.17, 0.03, 0.5, '#5a3a22'),
      polygon('#fff7e6', [0.47, 0.2], [0.47, 0.6], [0.74, 0.6]),
      polygon('#e4572e', [0.41, 0.26], [0.41, 0.6], [0.22, 0.6]),
      polygon('#7a3e1d', [0.16, 0.65], [0.8, 0.65], [0.68, 0.82], [0.28, 0.82]),
      rectangle(0.24, 0.69, 0.48, 0.035, '#f3d9b1'),
      circle(0.1, 0.12, 0.055, '#ffffff'),
      circle(0.17, 0.11, 0.07, '#ffffff'),
      circle(0.25, 0.13, 0.05, '#ffffff'),
    ],
  },
  shapes: {
    background: hex('#f2efe6'),
    shapes: [
      circle(0.26, 0.27, 0.16, '#d1495b'),
      rectangle(0.58, 0.12, 0.3, 0.3, '#2e86ab'),
      polygon('#f2a541', [0.27, 0.56], [0.45, 0.88], [0.09, 0.88]),
      circle(0.73, 0.73, 0.16, '#4f9d69'),
      circle(0.73, 0.73, 0.07, '#f2efe6'),
    ],
  },
  pair: {
    background: hex('#e9ecef'),
    shapes: [
      circle(0.17, 0.2, 0.1, '#d1495b'),
      circle(0.82, 0.8, 0.1, '#d1495b'),
      rectangle(0.72, 0.1, 0.18, 0.18, '#2e86ab'),
      rectangle(0.09, 0.7, 0.18, 0.18, '#f2a541'),
      polygon('#4f9d69', [0.5, 0.36], [0.64, 0.62], [0.36, 0.62]),
    ],
  },
} as const satisfies Record<string, Drawing>;

export type SceneId = keyof typeof SCENES;
