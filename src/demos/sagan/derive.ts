import { createImage, pixelsAsRows } from '../../kernels/image.ts';
import { add, mapMatrix, type Matrix, rowOf, scale, sliceColumns } from '../../kernels/matrix.ts';
import { saganAttention } from '../../kernels/saganAttention.ts';
import { COLOUR_WIDTH, type DrawingName, generatorMap, SIDE, WEIGHTS } from './model.ts';
import { MAXIMUM_GATE, MINIMUM_GATE, type State } from './state.ts';

const CURVE_POINTS = 41;
/** How far the tangent at the present γ is drawn to each side. */
const TANGENT_REACH = 0.3;
/** The γ written under the curve. */
const TICKS = [0, 0.5, 1];

/** y = γ o + x over the stand-in's feature map, and how the loss depends on γ. */
export function derive({ drawing, gamma, location }: State) {
  const { x, attention, beta, finished, curve } = attentionOf(drawing);
  const y = gated(x, attention, gamma);
  const row = rowOf(beta, location); // β_{j,i} for every input i
  const largest = row.reduce((a, b) => Math.max(a, b));
  const loss = lossOf(y, finished);
  const gradient = gateGradient(y, attention, finished);
  return {
    input: asImage(x),
    output: asImage(y),
    /** o is signed: middle grey is zero. */
    attention: asImage(mapMatrix(attention, (value) => value + 0.5)),
    row: { place: placeOf(location), largest, sum: row.reduce((a, b) => a + b, 0) },
    shares: row.map((weight) => weight / largest),
    source: placeOf(row.indexOf(largest)),
    isFinished: location % SIDE < SIDE / 2,
    difference: largestDifference(y, x),
    loss,
    gradient,
    curve: { ...curve, ...onCurve(curve, gamma, loss, gradient) },
  };
}

export type Derived = ReturnType<typeof derive>;

const placeOf = (location: number) => ({
  row: Math.floor(location / SIDE),
  column: location % SIDE,
});

interface Attended {
  /** The colour channels of x, and of o; v writes to no others. [400 × 3] */
  x: Matrix;
  attention: Matrix;
  /** β [400 × 400] */
  beta: Matrix;
  finished: Matrix;
  curve: Curve;
}

const attended = new Map<DrawingName, Attended>();

/** All that γ does not change; computed once for a drawing. */
function attentionOf(name: DrawingName): Attended {
  const kept = attended.get(name);
  if (kept) return kept;
  const { features, finished: image } = generatorMap(name);
  const result = saganAttention(features, WEIGHTS, 0);
  const [x, attention] = [features, result.attention].map((matrix) =>
    sliceColumns(matrix, 0, COLOUR_WIDTH),
  );
  const finished = pixelsAsRows(image);
  const made = {
    x,
    attention,
    beta: result.weights,
    finished,
    curve: lossCurve(x, attention, finished),
  };
  attended.set(name, made);
  return made;
}

/** y = γ o + x: the last line of `saganAttention`, all of it that γ changes. */
const gated = (x: Matrix, attention: Matrix, gamma: number) => add(scale(attention, gamma), x);

const asImage = ({ data }: Matrix) => createImage(SIDE, SIDE, COLOUR_WIDTH, data);

function largestDifference(a: Matrix, b: Matrix): number {
  return a.data.reduce((most, value, index) => Math.max(most, Math.abs(value - b.data[index])), 0);
}

/** L: the mean squared distance of y's colours from the finished drawing's, both [400 × 3]. */
export function lossOf(y: Matrix, finished: Matrix): number {
  return (
    y.data.reduce((sum, value, index) => sum + (value - finished.data[index]) ** 2, 0) /
    y.data.length
  );
}

/** ∂L/∂y [400 × 3] */
export function lossGradient(y: Matrix, finished: Matrix): Matrix {
  return {
    ...y,
    data: y.data.map((value, index) => (2 * (value - finished.data[index])) / y.data.length),
  };
}

/** ∂L/∂γ = Σ o · ∂L/∂y, what `saganAttentionBackward` returns for γ. */
function gateGradient(y: Matrix, attention: Matrix, finished: Matrix): number {
  const outputGradient = lossGradient(y, finished);
  return attention.data.reduce((sum, value, index) => sum + value * outputGradient.data[index], 0);
}

interface Curve {
  /** The loss at evenly spaced γ. */
  losses: number[];
  largest: number;
  /** The γ among them with the smallest loss. */
  best: number;
  path: string;
}

/** γ and loss in the drawing's units: both axes run from 0 to 1, the loss upwards. */
const across = (gamma: number) => (gamma - MINIMUM_GATE) / (MAXIMUM_GATE - MINIMUM_GATE);

function lossCurve(x: Matrix, attention: Matrix, finished: Matrix): Curve {
  const gates = Array.from(
    { length: CURVE_POINTS },
    (_, index) => MINIMUM_GATE + ((MAXIMUM_GATE - MINIMUM_GATE) * index) / (CURVE_POINTS - 1),
  );
  const losses = gates.map((gamma) => lossOf(gated(x, attention, gamma), finished));
  const largest = Math.max(...losses);
  const points = gates.map(
    (gamma, index) => `${across(gamma).toFixed(3)} ${(1 - losses[index] / largest).toFixed(3)}`,
  );
  return {
    losses,
    largest,
    best: gates[losses.indexOf(Math.min(...losses))],
    path: `M${points.join('L')}`,
  };
}

/** Where the present γ lies on the curve, and the curve's tangent there. */
function onCurve({ largest }: Curve, gamma: number, loss: number, gradient: number) {
  const at = (g: number, value: number) => ({ x: across(g), y: 1 - value / largest });
  const rise = gradient * TANGENT_REACH;
  const [from, to] = [
    at(gamma - TANGENT_REACH, loss - rise),
    at(gamma + TANGENT_REACH, loss + rise),
  ];
  return {
    point: at(gamma, loss),
    tangent: `M${from.x.toFixed(3)} ${from.y.toFixed(3)}L${to.x.toFixed(3)} ${to.y.toFixed(3)}`,
    zero: across(0),
    ticks: TICKS.map((value) => ({ value, percent: 100 * across(value) })),
  };
}
