import { SMALL_WORLD } from '../world/config.ts';
import type { WorldObject } from '../world/scene.ts';
import type { Drawing, Shape } from '../world/shapes.ts';

const object = (cell: number, colour: string, shape: string): WorldObject => ({
  cell,
  colour: SMALL_WORLD.colours.findIndex(({ id }) => id === colour),
  shape: SMALL_WORLD.shapes.findIndex(({ id }) => id === shape),
  size: 0,
  motion: 0,
});

/** The scene of the chapter's drawings. */
export const LAB_SCENE: readonly WorldObject[] = [
  object(0, 'red', 'circle'),
  object(3, 'blue', 'square'),
];

/** A picture's shapes as SVG, in the unit square. */
export const sceneContent = ({ background, shapes }: Drawing): string =>
  [`<path fill="${css(background)}" d="M0 0h1v1H0z"/>`, ...shapes.map(shapeContent)].join('');

const css = (colour: readonly number[]) =>
  `rgb(${colour.map((value) => Math.round(255 * value)).join(' ')})`;

const short = (value: number) => String(Math.round(value * 1000) / 1000);

function shapeContent(shape: Shape): string {
  const fill = `fill="${css(shape.fill)}"`;
  switch (shape.kind) {
    case 'rectangle': {
      const [x, y, width, height] = [shape.x, shape.y, shape.width, shape.height].map(short);
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${fill}/>`;
    }
    case 'circle':
      return `<circle cx="${short(shape.x)}" cy="${short(shape.y)}" r="${short(shape.radius)}" ${fill}/>`;
    case 'polygon':
      return `<polygon points="${shape.points.map((point) => point.map(short).join()).join(' ')}" ${fill}/>`;
  }
}
