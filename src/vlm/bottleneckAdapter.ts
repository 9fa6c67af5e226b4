import { nn } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import { initialLinear, type Linear, linear } from './layers.ts';
import type { Tensor } from './tensor.ts';

/** Down to a narrow width, a nonlinearity, up again. */
export interface BottleneckAdapter {
  /** D → m */
  down: Linear;
  /** m → D, zero at first: the adapter starts as the identity */
  up: Linear;
}

/** A new adapter of bottleneck m = `width`. 2 m D + D + m parameters. */
export function initialAdapter(
  init: Initialiser,
  modelWidth: number,
  width: number,
): BottleneckAdapter {
  return {
    down: initialLinear(init, modelWidth, width),
    up: initialLinear(init, width, modelWidth, 0),
  };
}

/** A(x) = x + W_up σ(W_down x) (Houlsby et al. 2019, arXiv 1902.00751), [… × D] → [… × D]. */
export function bottleneckAdapter(x: Tensor, { down, up }: BottleneckAdapter): Tensor {
  return x.ref.add(linear(nn.relu(linear(x, down)), up));
}
