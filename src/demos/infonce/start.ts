import {
  createMatrix,
  identityMatrix,
  mapMatrix,
  type Matrix,
  matrixFromRows,
  rowOf,
} from '../../kernels/matrix.ts';
import { uniformSource } from '../../kernels/random.ts';
import type { State } from './state.ts';

/** Unit embeddings of N pairs [N × d]; row i of both is a pair. */
export interface Embeddings {
  images: Matrix;
  texts: Matrix;
}

type Start = Pick<State, 'start' | 'pairs' | 'seed' | 'same'>;

/**
 * Where the embeddings begin: on a circle (d = 2) at random places, or all at one; or in N dimensions, at
 * right angles to each other or as the corners of a regular simplex.
 */
export function startOf({ start, pairs, seed, same }: Start): Embeddings {
  const { images, texts } = placed(start, pairs, seed);
  if (same) rowOf(texts, 1).set(rowOf(texts, 0));
  return { images, texts };
}

function placed(start: State['start'], pairs: number, seed: number): Embeddings {
  const uniform = uniformSource(seed);
  const onCircle = (angle: () => number): Matrix =>
    matrixFromRows(
      Array.from({ length: pairs }, () => {
        const at = angle();
        return [Math.cos(at), Math.sin(at)];
      }),
    );
  const twice = (make: () => Matrix): Embeddings => ({ images: make(), texts: make() });
  switch (start) {
    case 'random':
      return twice(() => onCircle(() => 2 * Math.PI * uniform()));
    case 'identical':
      return twice(() => onCircle(() => Math.PI / 2));
    case 'orthonormal':
      return twice(() => identityMatrix(pairs));
    case 'simplex':
      return twice(() => simplex(pairs));
  }
}

/** N unit vectors with equal angles, as far apart as N vectors can be: every cosine is −1/(N−1). */
function simplex(count: number): Matrix {
  const norm = Math.sqrt(1 - 1 / count);
  return mapMatrix(identityMatrix(count), (value) => (value - 1 / count) / norm);
}

/**
 * The plane that embeddings are drawn in, [d × 2]. For d = 2 it is all there is. For d = N it shows the
 * corners e₁ … e_N as a regular polygon; what a drawn point lacks of length 1 lies in the other directions.
 */
export function planeOf(width: number, start: State['start']): Matrix {
  if (start === 'random' || start === 'identical') return identityMatrix(2);
  const plane = createMatrix(width, 2);
  const factor = Math.sqrt(2 / width);
  for (let corner = 0; corner < width; corner++) {
    // Two corners have one polygon too few: they are drawn as they are, a right angle apart.
    const angle = width === 2 ? (corner * Math.PI) / 2 : (2 * Math.PI * corner) / width;
    rowOf(plane, corner).set([factor * Math.cos(angle), factor * Math.sin(angle)]);
  }
  return plane;
}
