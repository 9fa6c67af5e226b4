import { createFeatureMap, type FeatureMap, wrap } from './featureMap.ts';

/** The learned part of a convolution: kernels [outputs × inputs × k × k] and one bias an output channel. */
export interface ConvolutionWeights {
  readonly outputChannels: number;
  readonly inputChannels: number;
  readonly kernelSize: number;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/**
 * What lies beyond the border. 'none': the kernel stays inside, so the map shrinks.
 * 'zeros' and 'circular' add (k − 1) / 2 on each side, so that stride 1 keeps the size:
 * zeros, or the opposite side of the map.
 */
export type Padding = 'none' | 'zeros' | 'circular';

/** How a kernel moves over the map. */
export interface ConvolutionOptions {
  readonly stride: number;
  readonly padding: Padding;
}

/**
 * A 2-D convolution as deep learning defines it (cross-correlation, the kernel is not flipped):
 * Y[o, i, j] = b[o] + Σ K[o, c, u, v] · X[c, s·i + u − p, s·j + v − p].
 * [inputs × H × W] → [outputs × H′ × W′], H′ = ⌊(H + 2p − k) / s⌋ + 1.
 * Throws a RangeError for wrong channels, an even kernel with padding, or a kernel larger than the map.
 */
export function conv2d(
  input: FeatureMap,
  weights: ConvolutionWeights,
  options: ConvolutionOptions,
): FeatureMap {
  requireWeights(weights);
  requireSize('channels of the input', input.channels, weights.inputChannels);
  const output = createFeatureMap(
    weights.outputChannels,
    outputLength(input.height, weights.kernelSize, options),
    outputLength(input.width, weights.kernelSize, options),
  );
  const sums = new Float64Array(output.data.length);
  forEachConnection(input, output, weights, options, (inputIndex, outputIndex, kernelIndex) => {
    sums[outputIndex] += weights.kernel[kernelIndex] * input.data[inputIndex];
  });
  const area = output.height * output.width;
  output.data.set(sums.map((sum, index) => sum + weights.bias[Math.floor(index / area)]));
  return output;
}

/**
 * The gradient for the input of conv2d, from the gradient for its output: every output
 * hands its gradient back, times the kernel, to the inputs it was computed from.
 * [outputs × H′ × W′] → [inputs × H × W].
 */
export function conv2dInputGradient(
  outputGradient: FeatureMap,
  weights: ConvolutionWeights,
  options: ConvolutionOptions,
  inputHeight: number,
  inputWidth: number,
): FeatureMap {
  requireWeights(weights);
  const { channels, height, width } = outputGradient;
  requireSize('channels of the gradient', channels, weights.outputChannels);
  requireSize(
    'rows of the gradient',
    height,
    outputLength(inputHeight, weights.kernelSize, options),
  );
  requireSize(
    'columns of the gradient',
    width,
    outputLength(inputWidth, weights.kernelSize, options),
  );
  const gradient = createFeatureMap(weights.inputChannels, inputHeight, inputWidth);
  const sums = new Float64Array(gradient.data.length);
  forEachConnection(
    gradient,
    outputGradient,
    weights,
    options,
    (inputIndex, outputIndex, kernelIndex) => {
      sums[inputIndex] += weights.kernel[kernelIndex] * outputGradient.data[outputIndex];
    },
    (outputIndex) => outputGradient.data[outputIndex] !== 0, // nothing to hand back
  );
  gradient.data.set(sums);
  return gradient;
}

/** The length of an axis after a convolution: ⌊(n + 2p − k) / s⌋ + 1. */
export function outputLength(
  length: number,
  kernelSize: number,
  options: ConvolutionOptions,
): number {
  if (!Number.isInteger(options.stride) || options.stride < 1) {
    throw new RangeError(`the stride must be a positive whole number, got ${options.stride}`);
  }
  const room = length + 2 * paddingWidth(kernelSize, options.padding) - kernelSize;
  if (room < 0) {
    throw new RangeError(`a ${kernelSize}×${kernelSize} kernel does not fit into length ${length}`);
  }
  return Math.floor(room / options.stride) + 1;
}

/** The positions added on each side of an axis: 0, or (k − 1) / 2. */
export function paddingWidth(kernelSize: number, padding: Padding): number {
  if (padding === 'none') return 0;
  if (kernelSize % 2 === 0) {
    throw new RangeError(`padding needs an odd kernel size, got ${kernelSize}`);
  }
  return (kernelSize - 1) / 2;
}

/**
 * Calls `visit` with the flat indices of each input, output and kernel element that meet in the sum;
 * outputs that do not count are passed over.
 */
function forEachConnection(
  input: FeatureMap,
  output: FeatureMap,
  weights: ConvolutionWeights,
  options: ConvolutionOptions,
  visit: (inputIndex: number, outputIndex: number, kernelIndex: number) => void,
  counts: (outputIndex: number) => boolean = () => true,
): void {
  const size = weights.kernelSize;
  const padding = paddingWidth(size, options.padding);
  const circular = options.padding === 'circular';
  for (let o = 0; o < output.channels; o++) {
    for (let i = 0; i < output.height; i++) {
      for (let j = 0; j < output.width; j++) {
        const outputIndex = (o * output.height + i) * output.width + j;
        if (!counts(outputIndex)) continue;
        for (let u = 0; u < size; u++) {
          const row = sourceIndex(options.stride * i + u - padding, input.height, circular);
          if (row < 0) continue;
          for (let v = 0; v < size; v++) {
            const column = sourceIndex(options.stride * j + v - padding, input.width, circular);
            if (column < 0) continue;
            for (let c = 0; c < input.channels; c++) {
              const inputIndex = (c * input.height + row) * input.width + column;
              visit(inputIndex, outputIndex, ((o * input.channels + c) * size + u) * size + v);
            }
          }
        }
      }
    }
  }
}

/** Where a kernel element reads: the index, wrapped round in a circular map, or −1 for a padded zero. */
function sourceIndex(index: number, length: number, circular: boolean): number {
  if (circular) return wrap(index, length);
  return index >= 0 && index < length ? index : -1;
}

function requireWeights(weights: ConvolutionWeights): void {
  const { outputChannels, inputChannels, kernelSize, kernel, bias } = weights;
  requireSize('weights', kernel.length, outputChannels * inputChannels * kernelSize ** 2);
  requireSize('biases', bias.length, outputChannels);
}

function requireSize(what: string, actual: number, expected: number): void {
  if (actual !== expected) throw new RangeError(`expected ${expected} ${what}, got ${actual}`);
}
