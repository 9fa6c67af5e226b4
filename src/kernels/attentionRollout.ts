import { add, identityMatrix, matmul, type Matrix, scale } from './matrix.ts';

/**
 * Attention rollout (Abnar & Zuidema 2020, arXiv 2005.00928): how much each output token draws on
 * each input token if attention were all that mixed them. In each layer the heads' weights are
 * averaged to A, and the residual connection makes it (A + I) / 2; the layers are multiplied,
 * the first one rightmost. `layers[ℓ][head]` is [n × n] → [n × n]; each row sums to 1.
 */
export function attentionRollout(layers: readonly (readonly Matrix[])[]): Matrix {
  const first = layers[0]?.[0];
  if (!first) throw new RangeError('attention rollout needs at least one layer with one head');
  return layers.reduce(
    (rollout, heads) => matmul(withResidual(meanOf(heads)), rollout),
    identityMatrix(first.rows),
  );
}

function withResidual(attention: Matrix): Matrix {
  return scale(add(attention, identityMatrix(attention.rows)), 0.5);
}

function meanOf(matrices: readonly Matrix[]): Matrix {
  return scale(matrices.reduce(add), 1 / matrices.length);
}
