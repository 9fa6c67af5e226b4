import { type Linear, linear } from './linear.ts';
import { add, mapMatrix, type Matrix } from './matrix.ts';

/** Down to a narrow width m, a nonlinearity, up again. */
export interface BottleneckAdapterWeights {
  /** D → m */
  readonly down: Linear;
  /** m → D */
  readonly up: Linear;
}

/** A(x) = x + W_up ReLU(W_down x) (Houlsby et al. 2019, arXiv 1902.00751, section 2.1), [n × D] → [n × D]. */
export function bottleneckAdapter(x: Matrix, { down, up }: BottleneckAdapterWeights): Matrix {
  const hidden = mapMatrix(linear(x, down), (value) => Math.max(0, value)); // [n × m]
  return add(x, linear(hidden, up));
}
