import type { Loss, State } from './state.ts';

/** What the losses are at the starts that have a formula. */
export const FORMULA: Record<Loss, Record<Exclude<State['start'], 'random'>, string>> = {
  softmax: {
    identical: 'ln N',
    orthonormal: 'ln(1 + (N−1)·e^(−1/τ))',
    simplex: 'ln(1 + (N−1)·e^(−N/((N−1)τ)))',
  },
  sigmoid: {
    identical: 'ln(1 + e^(−s−b)) + (N−1)·ln(1 + e^(s+b))',
    orthonormal: 'ln(1 + e^(−s−b)) + (N−1)·ln(1 + e^b)',
    simplex: 'ln(1 + e^(−s−b)) + (N−1)·ln(1 + e^(b−s/(N−1)))',
  },
};
