/** What a finite difference may miss: the curvature of the function and the rounding to float32. */
export const FINITE_DIFFERENCE_TOLERANCE = 1e-3;

/** Half the width of the difference: a power of 2, so that a multiple of 1/64 stays exact in float32. */
const STEP = 1 / 64;

/** The gradient of a scalar function of `data` by central differences; `data` is as before afterwards. */
export function finiteDifferences(data: Float32Array, loss: () => number): Float64Array {
  return Float64Array.from(data, (value, index) => {
    data[index] = value + STEP;
    const above = loss();
    data[index] = value - STEP;
    const below = loss();
    data[index] = value;
    return (above - below) / (2 * STEP);
  });
}

/** Σ output · outputGradient: the loss whose gradient for the output is `outputGradient`. */
export function weightedSum(output: Float32Array, outputGradient: Float32Array): number {
  return output.reduce((sum, value, index) => sum + value * outputGradient[index], 0);
}
