import { createImage, type PixelImage } from '../kernels/image.ts';
import { type RandomSource, uniformSource } from '../kernels/random.ts';
import { wholeNumber } from './choose.ts';
import type { MotionValue, ShapeValue, WorldConfig } from './config.ts';
import type { Scene, WorldObject } from './scene.ts';
import { type Colour, type Drawing, drawShapes, type Shape } from './shapes.ts';

/** How one picture of a scene differs from another one of the same scene. */
export interface Rendering {
  /** Gray of the background, in [0, 1] */
  background: number;
  /** For each object: its displacement in cells, radius in cells, and brightness */
  objects: readonly { x: number; y: number; radius: number; brightness: number }[];
  /** Seed of the noise of the pixels; 0 for none */
  noise: number;
}

/** The usual radius of an object, in cells. */
const RADIUS = 0.42;

/** A random rendering: displaced by up to a sixteenth of a cell, a little larger or darker, with noise. */
export function randomRendering(scene: Scene, random: RandomSource): Rendering {
  const around = (mean: number, spread: number) => mean + (random() - 0.5) * spread;
  return {
    background: around(0.9, 0.12),
    objects: scene.map(() => ({
      x: around(0, 0.125),
      y: around(0, 0.125),
      radius: around(RADIUS, 0.05),
      brightness: around(1, 0.16),
    })),
    noise: 1 + wholeNumber(random, 2 ** 31),
  };
}

/** The rendering of a scene that a reader composes. */
export const plainRendering = (scene: Scene): Rendering => ({
  background: 0.9,
  objects: scene.map(() => ({ x: 0, y: 0, radius: RADIUS, brightness: 1 })),
  noise: 0,
});

/** An axis-parallel box: left, top, right, bottom, in the unit square. */
export type UnitBox = readonly [number, number, number, number];

/** The arrow of a moving object: how long, as a share of the object's radius, and its colour. */
const ARROW = 0.62;
const ARROW_FILL: Colour = [0.08, 0.08, 0.1];

/** The picture as shapes: crisp at every size. A moving object carries an arrow. */
export function drawingOf(
  config: WorldConfig,
  scene: Scene,
  rendering: Rendering = plainRendering(scene),
): Drawing {
  const { colours, shapes, motions } = config;
  const gray = rendering.background;
  return {
    background: [gray, gray, gray],
    shapes: scene.flatMap((object, index) => {
      const look = rendering.objects[index];
      const circle = circleOf(config, object, look);
      const fill = colours[object.colour].rgb.map((part) => Math.min(1, part * look.brightness));
      return [
        ...outline(shapes[object.shape].outline, circle, fill as unknown as Colour),
        ...arrow(motions[object.motion], circle),
      ];
    }),
  };
}

/** The box around each object of a picture, without its arrow, which lies inside. */
export const boxesOf = (
  config: WorldConfig,
  scene: Scene,
  rendering: Rendering = plainRendering(scene),
): UnitBox[] =>
  scene.map((object, index) => {
    const circle = circleOf(config, object, rendering.objects[index]);
    return boxAround(outline(config.shapes[object.shape].outline, circle, [0, 0, 0]));
  });

/** Where an object is drawn: the circle that its shape is fitted to. */
interface Circle {
  x: number;
  y: number;
  radius: number;
}

const circleOf = (
  { gridSize, sizes }: WorldConfig,
  object: WorldObject,
  { x, y, radius }: Rendering['objects'][number],
): Circle => ({
  x: ((object.cell % gridSize) + 0.5 + x) / gridSize,
  y: (Math.floor(object.cell / gridSize) + 0.5 + y) / gridSize,
  radius: (radius * sizes[object.size].factor) / gridSize,
});

/** The box around shapes. */
function boxAround(shapes: readonly Shape[]): UnitBox {
  const boxes = shapes.map((shape): UnitBox => {
    if (shape.kind === 'rectangle') {
      return [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
    }
    if (shape.kind === 'circle') {
      const { x, y, radius } = shape;
      return [x - radius, y - radius, x + radius, y + radius];
    }
    const xs = shape.points.map(([x]) => x);
    const ys = shape.points.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  const edge = (side: 0 | 1 | 2 | 3) => boxes.map((box) => box[side]);
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))];
}

/** An arrowhead in the middle of an object, pointing where it goes; none for one that stays. */
function arrow({ columns, rows }: MotionValue, { x, y, radius }: Circle): Shape[] {
  if (columns === 0 && rows === 0) return [];
  const reach = radius * ARROW;
  const at = (along: number, across: number) =>
    [
      x + reach * (along * columns - across * rows),
      y + reach * (along * rows + across * columns),
    ] as const;
  const points = [at(0.8, 0), at(-0.5, 0.8), at(-0.5, -0.8)];
  return [{ kind: 'polygon', points, fill: ARROW_FILL }];
}

function outline(kind: ShapeValue['outline'], { x, y, radius }: Circle, fill: Colour): Shape[] {
  const box = (halfWidth: number, halfHeight: number): Shape => ({
    kind: 'rectangle',
    x: x - halfWidth,
    y: y - halfHeight,
    width: 2 * halfWidth,
    height: 2 * halfHeight,
    fill,
  });
  switch (kind) {
    case 'circle':
      return [{ kind: 'circle', x, y, radius, fill }];
    case 'square':
      return [box(radius * 0.88, radius * 0.88)];
    case 'cross':
      return [box(radius * 0.34, radius), box(radius, radius * 0.34)];
    case 'triangle': {
      const base = y + radius * 0.8;
      const points = [
        [x, y - radius],
        [x + radius * 0.95, base],
        [x - radius * 0.95, base],
      ] as const;
      return [{ kind: 'polygon', points, fill }];
    }
  }
}

/** The picture as the model sees it, with the noise of the rendering: [size × size × 3], values in [0, 1]. */
export function pixelsOf(
  config: WorldConfig,
  scene: Scene,
  rendering: Rendering = plainRendering(scene),
): PixelImage {
  const image = drawShapes(drawingOf(config, scene, rendering), imageSize(config));
  return rendering.noise === 0 ? image : withNoise(image, rendering.noise);
}

/** Pixels along an edge of the model's picture. */
export const imageSize = ({ gridSize, cellPixels }: WorldConfig): number => gridSize * cellPixels;

function withNoise(image: PixelImage, seed: number): PixelImage {
  const random = uniformSource(seed);
  const noisy = image.data.map((value) =>
    Math.min(1, Math.max(0, value + (random() - 0.5) * 0.05)),
  );
  return createImage(image.height, image.width, image.channels, noisy);
}
