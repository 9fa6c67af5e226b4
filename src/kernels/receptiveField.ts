import {
  conv2dInputGradient,
  type ConvolutionWeights,
  outputLength,
  paddingWidth,
} from './convolution.ts';
import { channelOf, createFeatureMap } from './featureMap.ts';
import { createMatrix, mapMatrix, type Matrix } from './matrix.ts';

/** The geometry of one convolution, with an odd kernel and padding (k − 1) / 2. */
export interface ConvolutionLayer {
  readonly kernelSize: number;
  readonly stride: number;
}

/** The receptive field of a stack of layers along one axis, in input pixels. */
export interface ReceptiveField {
  /** r: how many pixels one output can see. */
  readonly size: number;
  /** ∏ s: how far the window moves from one output to the next. */
  readonly jump: number;
}

/** An interval of pixels along one axis, both ends included. */
export interface PixelRange {
  readonly first: number;
  readonly last: number;
}

/**
 * r_ℓ = r_{ℓ−1} + (k_ℓ − 1) · ∏_{m<ℓ} s_m with r_0 = 1. For L layers of k × k and
 * stride 1 this is 1 + L (k − 1): linear in the depth.
 */
export function receptiveField(layers: readonly ConvolutionLayer[]): ReceptiveField {
  let size = 1;
  let jump = 1;
  for (const { kernelSize, stride } of layers) {
    size += (kernelSize - 1) * jump;
    jump *= stride;
  }
  return { size, jump };
}

/**
 * The pixels of an axis of `inputLength` that output `position` can see, clipped to the image.
 * The window starts at position · jump − Σ p_ℓ · jump_{ℓ−1}, p the padding of a layer. A kernel
 * narrower than its stride (1 × 1 with stride 2) skips pixels, and so leaves gaps in the window.
 */
export function receptiveFieldWindow(
  layers: readonly ConvolutionLayer[],
  position: number,
  inputLength: number,
): PixelRange {
  const { size, jump } = receptiveField(layers);
  let first = position * jump;
  let step = 1;
  for (const { kernelSize, stride } of layers) {
    first -= paddingWidth(kernelSize, 'zeros') * step;
    step *= stride;
  }
  return { first: Math.max(0, first), last: Math.min(inputLength - 1, first + size - 1) };
}

/** A one-channel kernel that takes the mean of its k × k window. */
export function averagingKernel(kernelSize: number): ConvolutionWeights {
  const area = kernelSize * kernelSize;
  return {
    outputChannels: 1,
    inputChannels: 1,
    kernelSize,
    kernel: new Float32Array(area).fill(1 / area),
    bias: new Float32Array(1),
  };
}

/** A layer with its weights, to measure. */
export interface WeightedLayer {
  readonly weights: ConvolutionWeights;
  readonly stride: number;
}

/** What one output of a stack really depends on. */
export interface MeasuredReceptiveField {
  /** |∂ output / ∂ pixel|, summed over channels, the largest scaled to 1: [height × width]. */
  readonly gradient: Matrix;
  /** The smallest box with all pixels whose gradient is not 0. */
  readonly rows: PixelRange;
  readonly columns: PixelRange;
}

/**
 * Measures the receptive field: sends a gradient of 1 from output channel 0 at (row, column)
 * back through a stack of zero-padded convolutions. The box where anything arrives is the
 * theoretical receptive field; how much arrives is the effective one, which fades towards the
 * border of that box (Luo et al. 2016, arXiv 1701.04128). Layers are linear, without activations.
 */
export function measuredReceptiveField(
  layers: readonly WeightedLayer[],
  height: number,
  width: number,
  row: number,
  column: number,
): MeasuredReceptiveField {
  const sizes = layerSizes(layers, height, width);
  const last = sizes[layers.length];
  requireInside(row, column, last);
  let gradient = createFeatureMap(layers.at(-1)?.weights.outputChannels ?? 1, ...last);
  gradient.data[row * gradient.width + column] = 1;
  for (let index = layers.length - 1; index >= 0; index--) {
    const { weights, stride } = layers[index];
    const [inputHeight, inputWidth] = sizes[index];
    const options = { stride, padding: 'zeros' } as const;
    gradient = conv2dInputGradient(gradient, weights, options, inputHeight, inputWidth);
  }
  const magnitude = createMatrix(height, width);
  for (let c = 0; c < gradient.channels; c++) {
    channelOf(gradient, c).data.forEach((value, i) => (magnitude.data[i] += Math.abs(value)));
  }
  return { gradient: divideByLargest(magnitude), ...supportOf(magnitude) };
}

/** [height, width] before the first layer, after it, … after the last. */
function layerSizes(
  layers: readonly WeightedLayer[],
  height: number,
  width: number,
): [number, number][] {
  let [rows, columns] = [height, width];
  const sizes: [number, number][] = [[rows, columns]];
  for (const { weights, stride } of layers) {
    const options = { stride, padding: 'zeros' } as const;
    rows = outputLength(rows, weights.kernelSize, options);
    columns = outputLength(columns, weights.kernelSize, options);
    sizes.push([rows, columns]);
  }
  return sizes;
}

function divideByLargest(matrix: Matrix): Matrix {
  const largest = matrix.data.reduce((a, b) => Math.max(a, b), 0);
  return largest > 0 ? mapMatrix(matrix, (value) => value / largest) : matrix;
}

/** The smallest box that holds every non-zero element; Infinity to −Infinity if there is none. */
function supportOf(matrix: Matrix): { rows: PixelRange; columns: PixelRange } {
  let [top, bottom, left, right] = [Infinity, -Infinity, Infinity, -Infinity];
  matrix.data.forEach((value, index) => {
    if (value === 0) return;
    const row = Math.floor(index / matrix.columns);
    const column = index % matrix.columns;
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  });
  return { rows: { first: top, last: bottom }, columns: { first: left, last: right } };
}

function requireInside(row: number, column: number, [height, width]: [number, number]): void {
  if (row < 0 || row >= height || column < 0 || column >= width) {
    throw new RangeError(`output (${row}, ${column}) is outside the ${height}×${width} output`);
  }
}
