import { createImage, type PixelImage } from '../kernels/image.ts';

/** A colour as red, green, blue in [0, 1]. */
export type Colour = readonly [number, number, number];

/** Coordinates in the unit square: x to the right, y down. Later shapes cover earlier ones. */
export type Shape =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: Colour }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: Colour }
  | { kind: 'polygon'; points: readonly (readonly [number, number])[]; fill: Colour };

/** A picture made of shapes. */
export interface Drawing {
  background: Colour;
  shapes: readonly Shape[];
}

/** Sample points per pixel and axis: enough for smooth edges. */
const SAMPLES = 4;

/** Draws shapes as `size`×`size` RGB pixels, each the mean of 4×4 samples. */
export function drawShapes(drawing: Drawing, size: number): PixelImage {
  const wide = size * SAMPLES; // first every sample, then the means
  const top = new Int32Array(wide * wide).fill(-1); // which shape is seen at a sample
  drawing.shapes.forEach((shape, index) => {
    const [left, right, upper, lower] = bounds(shape).map((edge) =>
      Math.min(wide, Math.max(0, Math.round(edge * wide))),
    );
    for (let row = upper; row < lower; row++) {
      for (let column = left; column < right; column++) {
        const isInside = contains(shape, (column + 0.5) / wide, (row + 0.5) / wide);
        if (isInside) top[row * wide + column] = index;
      }
    }
  });
  return meanOfSamples(drawing, top, size);
}

function meanOfSamples(drawing: Drawing, top: Int32Array, size: number): PixelImage {
  const sums = new Float64Array(size * size * 3);
  const wide = size * SAMPLES;
  for (let sample = 0; sample < top.length; sample++) {
    const row = Math.floor(sample / wide / SAMPLES);
    const column = Math.floor((sample % wide) / SAMPLES);
    const colour = top[sample] < 0 ? drawing.background : drawing.shapes[top[sample]].fill;
    const pixel = (row * size + column) * 3;
    for (let channel = 0; channel < 3; channel++) sums[pixel + channel] += colour[channel];
  }
  return createImage(
    size,
    size,
    3,
    Float32Array.from(sums, (sum) => sum / SAMPLES ** 2),
  );
}

/** Left, right, upper, lower edge, with a little room for rounding. */
function bounds(shape: Shape): [number, number, number, number] {
  const room = 0.01;
  if (shape.kind === 'rectangle') {
    const { x, y, width, height } = shape;
    return [x - room, x + width + room, y - room, y + height + room];
  }
  if (shape.kind === 'circle') {
    const reach = shape.radius + room;
    return [shape.x - reach, shape.x + reach, shape.y - reach, shape.y + reach];
  }
  const xs = shape.points.map(([x]) => x);
  const ys = shape.points.map(([, y]) => y);
  return [
    Math.min(...xs) - room,
    Math.max(...xs) + room,
    Math.min(...ys) - room,
    Math.max(...ys) + room,
  ];
}

function contains(shape: Shape, x: number, y: number): boolean {
  switch (shape.kind) {
    case 'rectangle':
      return (
        x >= shape.x && x < shape.x + shape.width && y >= shape.y && y < shape.y + shape.height
      );
    case 'circle':
      return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius ** 2;
    case 'polygon':
      return polygonContains(shape.points, x, y);
  }
}

/** Even-odd rule: a ray to the right crosses the outline an odd number of times. */
function polygonContains(points: readonly (readonly [number, number])[], x: number, y: number) {
  let inside = false;
  points.forEach(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length]!;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
