import { infoNceBackward } from '../../kernels/infoNce.ts';
import { createMatrix, type Matrix, rowOf } from '../../kernels/matrix.ts';
import { unitRows } from '../../kernels/unitVectors.ts';
import { type Embeddings, startOf } from './start.ts';
import type { State } from './state.ts';

/** Step size η as a share of Nτ: the loss is a mean over N pairs of logits divided by τ. */
const STEP_SHARE = 0.25;

export const stepSize = ({ pairs, tau }: Pick<State, 'pairs' | 'tau'>): number =>
  STEP_SHARE * pairs * tau;

/** The embeddings after each step, the loss there, and where the next step leads. */
interface Path {
  at: Embeddings[];
  losses: number[];
  next: Embeddings;
}

type Course = Pick<State, 'pairs' | 'start' | 'seed' | 'tau' | 'same'>;

let kept: { key: string; path: Path } | undefined;

/** The embeddings after `steps` gradient steps, and the losses up to there; the course so far is kept. */
export function descend(course: Course, steps: number): Embeddings & { losses: number[] } {
  const { pairs, start, seed, tau, same } = course;
  const key = [pairs, start, seed, tau, same].join();
  if (kept?.key !== key) kept = { key, path: { at: [], losses: [], next: startOf(course) } };
  const { path } = kept;
  while (path.at.length <= steps) advance(path, course);
  return { ...path.at[steps], losses: path.losses.slice(0, steps + 1) };
}

/** x ← x − η ∂L/∂x for every embedding, then back to length 1, which no cosine notices. */
function advance(path: Path, course: Course): void {
  const { images, texts } = path.next;
  const gradient = infoNceBackward(images, texts, course.tau);
  const rate = stepSize(course);
  if (course.same) shareGradient(gradient.texts);
  path.at.push(path.next);
  path.losses.push(gradient.loss);
  path.next = {
    images: moved(images, gradient.images, rate),
    texts: moved(texts, gradient.texts, rate),
  };
}

/** Texts 1 and 2 are one text: it gets the gradients of both. */
function shareGradient(texts: Matrix): void {
  const [first, second] = [rowOf(texts, 0), rowOf(texts, 1)];
  first.forEach((value, index) => (first[index] = value + second[index]));
  second.set(first);
}

function moved(x: Matrix, gradient: Matrix, rate: number): Matrix {
  const target = x.data.map((value, index) => value - rate * gradient.data[index]);
  return unitRows(createMatrix(x.rows, x.columns, target));
}
