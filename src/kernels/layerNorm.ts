import { createMatrix, type Matrix, requireShape, rowOf } from './matrix.ts';

/** The learned scale and shift of a layer normalisation, one number a channel. */
export interface LayerNorm {
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/** ε as in the official ViT code (Flax's default); PyTorch's default is 1e-5. */
export const LAYER_NORM_EPSILON = 1e-6;

/**
 * Layer normalisation (Ba et al. 2016, arXiv 1607.06450): each row gets mean 0 and variance 1,
 * then a learned scale and shift. y = (x − μ) / √(σ² + ε) · scale + bias, [n × D] → [n × D].
 * σ² is the biased variance (divided by D, not D − 1).
 */
export function layerNorm(input: Matrix, layer: LayerNorm): Matrix {
  requireChannels(input, layer);
  const result = createMatrix(input.rows, input.columns);
  for (let row = 0; row < input.rows; row++) {
    const { normalised } = normalise(rowOf(input, row));
    result.data.set(
      normalised.map((value, channel) => value * layer.scale[channel] + layer.bias[channel]),
      row * input.columns,
    );
  }
  return result;
}

/** Gradients for the input, scale and bias, from the gradient for the output [n × D]. */
export function layerNormBackward(
  input: Matrix,
  layer: LayerNorm,
  outputGradient: Matrix,
): { input: Matrix; scale: Float32Array; bias: Float32Array } {
  requireChannels(input, layer);
  requireShape('outputGradient', outputGradient, input.rows, input.columns);
  const inputGradient = createMatrix(input.rows, input.columns);
  const scale = new Float64Array(input.columns);
  const bias = new Float64Array(input.columns);
  for (let row = 0; row < input.rows; row++) {
    const { normalised, deviation } = normalise(rowOf(input, row));
    const g = rowOf(outputGradient, row);
    const scaled = normalised.map((_, channel) => g[channel] * layer.scale[channel]);
    const meanScaled = mean(scaled);
    const meanProduct = mean(scaled.map((value, channel) => value * normalised[channel]));
    normalised.forEach((value, channel) => {
      scale[channel] += g[channel] * value;
      bias[channel] += g[channel];
      inputGradient.data[row * input.columns + channel] =
        (scaled[channel] - meanScaled - value * meanProduct) / deviation;
    });
  }
  return {
    input: inputGradient,
    scale: Float32Array.from(scale),
    bias: Float32Array.from(bias),
  };
}

/** (x − μ) / √(σ² + ε), and the denominator. */
function normalise(row: Float32Array): { normalised: Float64Array; deviation: number } {
  const average = mean(row);
  const normalised = new Float64Array(row.length);
  let squares = 0;
  for (let channel = 0; channel < row.length; channel++) {
    normalised[channel] = row[channel] - average;
    squares += normalised[channel] ** 2;
  }
  const deviation = Math.sqrt(squares / row.length + LAYER_NORM_EPSILON);
  for (let channel = 0; channel < row.length; channel++) normalised[channel] /= deviation;
  return { normalised, deviation };
}

function mean(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function requireChannels(input: Matrix, layer: LayerNorm): void {
  if (layer.scale.length !== input.columns || layer.bias.length !== input.columns) {
    throw new RangeError(
      `layer normalisation of ${input.columns} channels needs as many scales and biases, got ${layer.scale.length} and ${layer.bias.length}`,
    );
  }
}
