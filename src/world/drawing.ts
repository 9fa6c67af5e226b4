import { createImage, type PixelImage } from '../kernels/image.ts';
import { type RandomSource, uniformSource } from '../kernels/random.ts';
import { wholeNumber } from './choose.ts';
import type { ShapeValue, WorldConfig } from './config.ts';
import type { Scene } from './scene.ts';
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

/** The picture as shapes: crisp at every size. */
export function drawingOf(
  config: WorldConfig,
  scene: Scene,
  rendering: Rendering = plainRendering(scene),
): Drawing {
  const { gridSize, colours, shapes, sizes } = config;
  const gray = rendering.background;
  return {
    background: [gray, gray, gray],
    shapes: scene.flatMap((object, index) => {
      const { x, y, radius, brightness } = rendering.objects[index];
      const centre = {
        x: ((object.cell % gridSize) + 0.5 + x) / gridSize,
        y: (Math.floor(object.cell / gridSize) + 0.5 + y) / gridSize,
        radius: (radius * sizes[object.size].factor) / gridSize,
      };
      const fill = colours[object.colour].rgb.map((part) => Math.min(1, part * brightness));
      return outline(shapes[object.shape].outline, centre, fill as unknown as Colour);
    }),
  };
}

function outline(
  kind: ShapeValue['outline'],
  { x, y, radius }: { x: number; y: number; radius: number },
  fill: Colour,
): Shape[] {
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
