import { softplus } from '../../kernels/sigmoidLoss.ts';
import type { State } from './state.ts';

/** The cosine of two embeddings that are no pair, at the starts where all of those are equal. */
const otherCosine = (pairs: number) => ({
  identical: 1,
  orthonormal: 0,
  simplex: -1 / (pairs - 1),
});

/** What it costs to know nothing and answer 1/N everywhere: for the sigmoid, to N² questions. */
export function lossOfGuessing({ loss, pairs }: Pick<State, 'loss' | 'pairs'>): number {
  const choosing = Math.log(pairs);
  return loss === 'softmax' ? choosing : choosing + (pairs - 1) * Math.log(pairs / (pairs - 1));
}

/** What the loss must be at the start, by a formula; undefined where there is none. */
export function identityOf({ loss, start, pairs, tau, bias, steps, same }: State) {
  if (steps > 0 || same || start === 'random') return undefined;
  const other = otherCosine(pairs)[start];
  const softmax = Math.log1p((pairs - 1) * Math.exp((other - 1) / tau));
  const sigmoid = softplus(-(1 / tau + bias)) + (pairs - 1) * softplus(other / tau + bias);
  return { start, loss: loss === 'softmax' ? softmax : sigmoid };
}

/**
 * What InfoNCE cannot fall below: the simplex, ln(1 + (N−1) e^(−N/((N−1)τ))), which needs N−1
 * dimensions; two equal texts share their pictures, and cost 2·ln 2 / N at least. The least sigmoid
 * loss has no such formula: which arrangement is best depends on τ and b.
 */
export function leastLoss({ loss, pairs, tau, same }: State): number | undefined {
  if (loss === 'sigmoid') return undefined;
  const simplex = Math.log1p((pairs - 1) * Math.exp(-pairs / ((pairs - 1) * tau)));
  return Math.max(simplex, same ? (2 * Math.LN2) / pairs : 0);
}
