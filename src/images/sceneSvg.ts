import type { Scene, Shape } from './scenes.ts';

/** A scene as an SVG document in the unit square: crisp at every size. */
export function sceneSvg({ background, shapes }: Scene): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="224" height="224">',
    `<rect width="1" height="1" fill="${css(background)}"/>`,
    ...shapes.map(shapeSvg),
    '</svg>',
  ].join('');
}

const css = (colour: readonly number[]) =>
  `rgb(${colour.map((value) => Math.round(255 * value)).join(' ')})`;

function shapeSvg(shape: Shape): string {
  const fill = `fill="${css(shape.fill)}"`;
  switch (shape.kind) {
    case 'rectangle':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" ${fill}/>`;
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" ${fill}/>`;
    case 'polygon':
      return `<polygon points="${shape.points.map((point) => point.join()).join(' ')}" ${fill}/>`;
  }
}
