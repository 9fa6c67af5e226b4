import { createMatrix, type Matrix, rowOf } from '../../kernels/matrix.ts';
import { unitRows } from '../../kernels/unitVectors.ts';
import { type Gradient, gradientOf } from './losses.ts';
import { type Embeddings, startOf } from './start.ts';
import type { State } from './state.ts';

/**
 * Step size η as a share of Nτ: a loss is a mean over N pairs, of logits divided by τ. The N−1 pushes
 * of the sigmoid add up, where those of softmax share a probability of 1; long steps would overshoot.
 */
const STEP_SHARE = { softmax: 0.25, sigmoid: 0.06 };

export const stepSize = ({ loss, pairs, tau }: Pick<State, 'loss' | 'pairs' | 'tau'>): number =>
  STEP_SHARE[loss] * pairs * tau;

/** The embeddings after some steps, the loss and its gradient there. */
export interface Place {
  embeddings: Embeddings;
  gradient: Gradient;
}

type Course = Pick<State, 'loss' | 'pairs' | 'start' | 'seed' | 'tau' | 'bias' | 'same'>;

let kept: { key: string; path: Place[] } | undefined;

/** The place after `steps` gradient steps, and the losses up to there; the course so far is kept. */
export function descend(course: Course, steps: number): Place & { losses: number[] } {
  const { loss, pairs, start, seed, tau, bias, same } = course;
  const key = [loss, pairs, start, seed, tau, bias, same].join();
  if (kept?.key !== key) kept = { key, path: [placeAt(startOf(course), course)] };
  const { path } = kept;
  while (path.length <= steps) path.push(placeAt(next(path.at(-1)!, course), course));
  return {
    ...path[steps],
    losses: path.slice(0, steps + 1).map(({ gradient }) => gradient.loss),
  };
}

const placeAt = (embeddings: Embeddings, course: Course): Place => ({
  embeddings,
  gradient: gradientOf(embeddings, course),
});

/** x ← x − η ∂L/∂x for every embedding, then back to length 1, which no cosine notices. */
function next({ embeddings, gradient }: Place, course: Course): Embeddings {
  const rate = stepSize(course);
  return {
    images: moved(embeddings.images, gradient.images, rate),
    texts: moved(embeddings.texts, course.same ? shared(gradient.texts) : gradient.texts, rate),
  };
}

/** Texts 1 and 2 are one text: it gets the gradients of both. */
function shared(texts: Matrix): Matrix {
  const result = createMatrix(texts.rows, texts.columns, texts.data.slice());
  const [first, second] = [rowOf(result, 0), rowOf(result, 1)];
  first.forEach((value, index) => (first[index] = value + second[index]));
  second.set(first);
  return result;
}

function moved(x: Matrix, gradient: Matrix, rate: number): Matrix {
  const target = x.data.map((value, index) => value - rate * gradient.data[index]);
  return unitRows(createMatrix(x.rows, x.columns, target));
}
