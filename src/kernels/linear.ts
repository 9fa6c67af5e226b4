import { addBias, matmul, type Matrix, requireShape, sumRows, transpose } from './matrix.ts';

/** y = x W + b. PyTorch's nn.Linear stores the transpose of this weight. */
export interface Linear {
  /** W [inputs × outputs] */
  readonly weight: Matrix;
  /** b [outputs] */
  readonly bias: Float32Array;
}

/** y = x W + b for each row x, [n × inputs] → [n × outputs]. */
export function linear(input: Matrix, layer: Linear): Matrix {
  return addBias(matmul(input, layer.weight), layer.bias);
}

/** Gradients for the input, W and b, from the gradient for the output [n × outputs]. */
export function linearBackward(
  input: Matrix,
  layer: Linear,
  outputGradient: Matrix,
): { input: Matrix; weight: Matrix; bias: Float32Array } {
  requireShape('outputGradient', outputGradient, input.rows, layer.weight.columns);
  return {
    input: matmul(outputGradient, transpose(layer.weight)), // [n × outputs] → [n × inputs]
    weight: matmul(transpose(input), outputGradient), // [inputs × outputs]
    bias: sumRows(outputGradient), // [outputs]
  };
}
