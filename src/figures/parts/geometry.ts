/** Units of every drawing: one is a CSS pixel where the drawing has its natural size. */
export type Point = readonly [x: number, y: number];

/** A rectangle by its centre, since drawings line things up by their centres. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Side = 'left' | 'right' | 'above' | 'below';

/** How a line runs from one frame to another: h is a horizontal piece, v a vertical one; or through a lane. */
export type Route = 'h' | 'v' | 'hv' | 'vh' | { laneX: number } | { laneY: number };

const GAP = 3;
const CORNER = 6;
const HEAD = 5;

/** The middle of a side, `gap` outside it. */
export function anchor(frame: Frame, side: Side, gap = 0): Point {
  const across = frame.width / 2 + gap;
  const along = frame.height / 2 + gap;
  switch (side) {
    case 'left':
      return [frame.x - across, frame.y];
    case 'right':
      return [frame.x + across, frame.y];
    case 'above':
      return [frame.x, frame.y - along];
    case 'below':
      return [frame.x, frame.y + along];
  }
}

/** The corners of a line between two frames. 'h' and 'v' bend half-way if the frames are not in line. */
export function routePoints(from: Frame, to: Frame, route: Route): Point[] {
  const sideX = to.x > from.x ? 'right' : 'left';
  const sideY = to.y > from.y ? 'below' : 'above';
  const opposite = { left: 'right', right: 'left', above: 'below', below: 'above' } as const;
  const leave = (side: Side) => anchor(from, side, from.width === 0 ? 0 : GAP);
  const enter = (side: Side) => anchor(to, side, GAP);
  if (typeof route === 'object') return lanePoints(from, route, leave, enter, to);
  if (route === 'hv') return [leave(sideX), [to.x, from.y], enter(opposite[sideY])];
  if (route === 'vh') return [leave(sideY), [from.x, to.y], enter(opposite[sideX])];
  const [start, end] =
    route === 'h' ? [leave(sideX), enter(opposite[sideX])] : [leave(sideY), enter(opposite[sideY])];
  if (start[0] === end[0] || start[1] === end[1]) return [start, end];
  const middleX = (start[0] + end[0]) / 2;
  const middleY = (start[1] + end[1]) / 2;
  return route === 'h'
    ? [start, [middleX, start[1]], [middleX, end[1]], end]
    : [start, [start[0], middleY], [end[0], middleY], end];
}

function lanePoints(
  from: Frame,
  lane: { laneX: number } | { laneY: number },
  leave: (side: Side) => Point,
  enter: (side: Side) => Point,
  to: Frame,
): Point[] {
  if ('laneX' in lane) {
    const { laneX } = lane;
    const start = leave(laneX > from.x ? 'right' : 'left');
    const end = enter(laneX > to.x ? 'right' : 'left');
    return [start, [laneX, start[1]], [laneX, end[1]], end];
  }
  const { laneY } = lane;
  const start = leave(laneY > from.y ? 'below' : 'above');
  const end = enter(laneY > to.y ? 'below' : 'above');
  return [start, [start[0], laneY], [end[0], laneY], end];
}

/**
 * The path of a line with rounded corners, and with an open arrow head at its end unless told
 * otherwise. Its steps are relative, since those of most lines are alike and so the page packs well.
 */
export function linePath(points: readonly Point[], head = true): string {
  requireRoom(points, head);
  let pen = rounded(points[0]);
  const moveBy = (point: Point): Point => {
    const to = rounded(point);
    const by: Point = [round(to[0] - pen[0]), round(to[1] - pen[1])];
    pen = to;
    return by;
  };
  const pieces = points.slice(1).map((point, index) => {
    const next = points[index + 2];
    if (!next) return lineStep(moveBy(point));
    const before = points[index];
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, next) / 2);
    const line = lineStep(moveBy(towards(point, before, radius)));
    const start = pen;
    const curve = moveBy(towards(point, next, radius));
    const control = rounded([point[0] - start[0], point[1] - start[1]]);
    return `${line}q${at(control)} ${at(curve)}`;
  });
  const tip = head ? headPath(points.at(-2)!, points.at(-1)!) : '';
  return `M${at(rounded(points[0]))}${pieces.join('')}${tip}`;
}

/** A straight step, in the shortest notation. */
function lineStep([x, y]: Point): string {
  if (y === 0) return `h${x}`;
  return x === 0 ? `v${y}` : `l${at([x, y])}`;
}

/** A drawing with a line too short for its head is a mistake in its layout, found when it is built. */
function requireRoom(points: readonly Point[], head: boolean): void {
  const last = distance(points.at(-2)!, points.at(-1)!);
  if (last < (head ? HEAD : 1)) {
    throw new RangeError(
      `no room for a line that ends at ${at(rounded(points.at(-1)!))}: ${last} units`,
    );
  }
}

/** From the tip to one wing, back, and to the other. */
function headPath(from: Point, tip: Point): string {
  const length = distance(from, tip);
  const [x, y] = [((from[0] - tip[0]) / length) * HEAD, ((from[1] - tip[1]) / length) * HEAD];
  const wing = (sign: number): Point => rounded([x - sign * y * 0.8, y + sign * x * 0.8]);
  const [left, right] = [wing(1), wing(-1)];
  return `m${at(left)}l${at([-left[0], -left[1]])} ${at(right)}`;
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function towards(from: Point, to: Point, length: number): Point {
  const share = length / distance(from, to);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

const at = ([x, y]: Point) => `${x} ${y}`;

/** One decimal is finer than any screen, and keeps the page small. */
export const round = (value: number) => Math.round(value * 10) / 10;
const rounded = ([x, y]: Point): Point => [round(x), round(y)];
