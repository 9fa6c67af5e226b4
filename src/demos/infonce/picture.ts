import { matmul, type Matrix, rowOf } from '../../kernels/matrix.ts';

/** Images are drawn a little outside the circle and texts inside, so that a pair does not cover itself. */
export const OUTSIDE = 1.1;
export const INSIDE = 0.88;

/** The side of the box around the circle, in radii. */
export const BOX = 2.8;
export const VIEW_BOX = `${-BOX / 2} ${-BOX / 2} ${BOX} ${BOX}`;

/** The length of an arrow, at right angles to its embedding, that just ends inside the box. */
const LONGEST = 0.98 * Math.sqrt((BOX / 2) ** 2 - OUTSIDE ** 2);

/** A pull or push that moves nothing to speak of is not drawn. */
const FAINTEST = 0.01;

/** An embedding in the plane, and the arrow along which a gradient step moves it. */
export interface DrawnPoint {
  x: number;
  y: number;
  /** Where the middle of its mark is, for CSS */
  place: { left: string; top: string };
  /** Empty where a step moves nothing to speak of */
  arrow: string;
  /** ‖∂L/∂x‖ in units of steps */
  slope: number;
}

/**
 * Embeddings [N × d] in a plane [d × 2]; their arrows are `reach` times the gradient long, up to a
 * limit.
 */
export function drawn(
  embeddings: Matrix,
  gradient: Matrix,
  plane: Matrix,
  radius: number,
  reach: number,
): DrawnPoint[] {
  const [places, slopes] = [matmul(embeddings, plane), matmul(gradient, plane)]; // [N × 2]
  return Array.from({ length: places.rows }, (_, row) => {
    const [x, y] = rowOf(places, row);
    const [dx, dy] = rowOf(slopes, row);
    const at = { x: radius * x, y: -radius * y }; // a picture's y runs downwards
    const slope = reach * Math.hypot(...rowOf(gradient, row));
    const share = reach * Math.min(1, LONGEST / slope);
    const to = { x: at.x - share * dx, y: at.y + share * dy };
    return { ...at, slope, place: placeOf(at), arrow: slope > FAINTEST ? arrow(at, to) : '' };
  });
}

/** From the left and the top of the box around the circle, for CSS. */
const placeOf = ({ x, y }: { x: number; y: number }) => ({
  left: `${number(50 + (100 / BOX) * x)}%`,
  top: `${number(50 + (100 / BOX) * y)}%`,
});

const HEAD = 0.07;

/** A line with a head, as an SVG path. */
function arrow(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number) =>
    `${number(to.x - HEAD * Math.cos(angle + turn))} ${number(to.y - HEAD * Math.sin(angle + turn))}`;
  const tip = `${number(to.x)} ${number(to.y)}`;
  return `M${number(from.x)} ${number(from.y)}L${tip}M${barb(0.5)}L${tip}L${barb(-0.5)}`;
}

const number = (value: number) => value.toFixed(3);

/** The width of the line of a force of 1, in radii. */
const THICKEST = 0.1;

/** What draws one image to its own text and drives it from the others: its row of the gradient. */
export function forcesOn(row: number, gradient: Matrix, images: DrawnPoint[], texts: DrawnPoint[]) {
  const count = gradient.rows;
  return texts.map(({ x, y }, column) => ({
    isPull: column === row,
    /** Of a force of 1: what the pair's probability lacks of 1, or has above 0 (of softmax's two the mean) */
    width: (THICKEST * count * Math.abs(rowOf(gradient, row)[column])).toFixed(4),
    path: `M${number(images[row].x)} ${number(images[row].y)}L${number(x)} ${number(y)}`,
  }));
}

/** The cells of the positive pairs, one unit each, as an SVG path. */
export const diagonalOf = (pairs: number): string =>
  Array.from({ length: pairs }, (_, index) => `M${index} ${index}h1v1h-1z`).join('');
