import { infoNce, infoNceBackward, type InfoNceResult } from '../../kernels/infoNce.ts';
import { matmul, type Matrix, rowOf } from '../../kernels/matrix.ts';
import { descend, stepSize } from './descent.ts';
import { planeOf } from './start.ts';
import type { State } from './state.ts';

/** Images are drawn a little outside the circle and texts inside, so that a pair does not cover itself. */
const OUTSIDE = 1.1;
const INSIDE = 0.88;

/** An arrow is so many steps long. */
const ARROW_STEPS = 3;

/** A pull or push that moves nothing to speak of is not drawn. */
const FAINTEST = 0.01;

/** A pair whose own cosine is below this is not together. */
const TOGETHER = 0.9;

/** Embeddings after some gradient steps: their similarities, loss, and gradient, drawn in a plane. */
export function derive(state: State) {
  const { pairs, tau } = state;
  const { images, texts, losses } = descend(state, state.steps);
  const result = infoNce(images, texts, tau);
  const gradient = infoNceBackward(images, texts, tau);
  const plane = planeOf(images.columns, state.start);
  const reach = ARROW_STEPS * stepSize(state);
  const imagePoints = drawn(images, gradient.images, plane, OUTSIDE, reach);
  const textPoints = drawn(texts, gradient.texts, plane, INSIDE, reach);
  const picked = pickedPair(state, result, gradient.logits);
  return {
    pairs,
    width: images.columns,
    images: imagePoints,
    texts: textPoints,
    forces: forcesOn(picked.row, gradient.logits, imagePoints, textPoints),
    values: matrixShown(state.matrix, result, gradient.logits),
    picked,
    loss: result.loss,
    imageLoss: mean(result.imageLosses),
    textLoss: mean(result.textLosses),
    chance: Math.log(pairs),
    floor: leastLoss(state),
    identity: identityOf(state),
    curve: losses.map((loss, step) => [step, loss] as const),
    own: ownPairs(result, pairs),
    together: ownPairs(result, pairs).filter(({ cosine }) => cosine > TOGETHER).length,
    steepest: Math.max(...imagePoints.concat(textPoints).map(({ slope }) => slope)),
  };
}

export type Derived = ReturnType<typeof derive>;

/** An embedding in the plane, and the arrow along which a gradient step moves it. */
interface DrawnPoint {
  x: number;
  y: number;
  arrow: string | undefined;
  /** ‖∂L/∂x‖ in units of steps */
  slope: number;
}

function drawn(
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
    const to = { x: at.x - reach * dx, y: at.y + reach * dy };
    return { ...at, slope, arrow: slope > FAINTEST ? arrow(at, to) : undefined };
  });
}

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

/** What draws one image to its own text and drives it from the others: its row of the gradient. */
function forcesOn(row: number, gradient: Matrix, images: DrawnPoint[], texts: DrawnPoint[]) {
  const count = gradient.rows;
  return texts.map(({ x, y }, column) => ({
    isPull: column === row,
    /** Of 1: what the two probabilities lack of 1, or have above 0, on average */
    strength: Math.abs(rowOf(gradient, row)[column]) * count,
    path: `M${number(images[row].x)} ${number(images[row].y)}L${number(x)} ${number(y)}`,
  }));
}

function pickedPair(state: State, result: InfoNceResult, gradient: Matrix) {
  const index = state.pair % state.pairs ** 2;
  return {
    index,
    row: Math.floor(index / state.pairs),
    column: index % state.pairs,
    cosine: result.cosines.data[index],
    logit: result.logits.data[index],
    textGivenImage: result.textGivenImage.data[index],
    imageGivenText: result.imageGivenText.data[index],
    gradient: gradient.data[index],
  };
}

function matrixShown(matrix: State['matrix'], result: InfoNceResult, gradient: Matrix) {
  const shown = {
    cosines: result.cosines,
    rows: result.textGivenImage,
    columns: result.imageGivenText,
    gradient,
  };
  return shown[matrix].data;
}

/** What the loss must be at the start, by a formula; undefined where there is none. */
function identityOf({ start, pairs, tau, steps, same }: State) {
  if (steps > 0 || same || start === 'random') return undefined;
  const losses = {
    identical: Math.log(pairs),
    orthonormal: Math.log1p((pairs - 1) * Math.exp(-1 / tau)),
    simplex: simplexLoss(pairs, tau),
  };
  return { start, loss: losses[start] };
}

/** What the loss cannot fall below; two equal texts share their pictures, and cost 2·ln 2 / N at least. */
const leastLoss = ({ pairs, tau, same }: State): number =>
  Math.max(simplexLoss(pairs, tau), same ? (2 * Math.LN2) / pairs : 0);

/** The least that InfoNCE can be, ln(1 + (N−1) e^(−N/((N−1)τ))); it needs N−1 dimensions. */
const simplexLoss = (pairs: number, tau: number): number =>
  Math.log1p((pairs - 1) * Math.exp(-pairs / ((pairs - 1) * tau)));

function ownPairs(result: InfoNceResult, pairs: number) {
  return Array.from({ length: pairs }, (_, index) => ({
    cosine: rowOf(result.cosines, index)[index],
    textGivenImage: rowOf(result.textGivenImage, index)[index],
    imageGivenText: rowOf(result.imageGivenText, index)[index],
    loss: (result.imageLosses[index] + result.textLosses[index]) / 2,
  }));
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
