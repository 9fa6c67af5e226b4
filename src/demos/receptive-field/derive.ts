import type * as v from 'valibot';
import { scaledDotProductAttention } from '../../kernels/attention.ts';
import { pixelsAsRows, type PixelImage, resizeByArea } from '../../kernels/image.ts';
import { createMatrix, type Matrix, sliceRows } from '../../kernels/matrix.ts';
import {
  averagingKernel,
  type ConvolutionLayer,
  measuredReceptiveField,
  receptiveField,
  type WeightedLayer,
} from '../../kernels/receptiveField.ts';
import { perImage } from '../perImage.ts';
import { attentionCost, convolutionCost } from './cost.ts';
import { GRID, MAXIMUM_LAYERS, type schema } from './state.ts';
import {
  boxOf,
  layersToReachAll,
  nestedWindows,
  outputAt,
  outputSide,
  supportOf,
} from './windows.ts';

type State = v.InferOutput<typeof schema>;

/** How far one output sees: through a stack of convolutions, and through one attention layer. */
export function derive(state: State, image: PixelImage) {
  const { position, kernelSize, stride } = state;
  const layer = { kernelSize, stride };
  const layers = Array.from({ length: state.layers }, () => layer);
  return {
    layers: state.layers,
    kernelSize,
    stride,
    position,
    row: Math.floor(position / GRID),
    column: position % GRID,
    convolution: convolutionReach(position, layers),
    attention: attentionReach(image, position),
    // One row for each depth the slider offers: the table then never changes its length.
    sizes: Array.from(
      { length: MAXIMUM_LAYERS },
      (_, index) => receptiveField(Array.from({ length: index + 1 }, () => layer)).size,
    ),
  };
}

export type Derived = ReturnType<typeof derive>;

function convolutionReach(position: number, layers: readonly ConvolutionLayer[]) {
  const { size } = receptiveField(layers);
  const { kernelSize } = layers[0];
  const output = outputAt(position, layers);
  const windows = nestedWindows(layers, output.centreRow, output.centreColumn);
  const squared = measuredReceptiveField(
    ofVariances(layers),
    GRID,
    GRID,
    output.row,
    output.column,
  );
  const window = windows[windows.length - 1];
  return {
    size,
    growth: kernelSize - 1,
    jumpSum: (size - 1) / (kernelSize - 1), // Σ of the strides' products: L if every stride is 1
    outputSide: outputSide(layers),
    /** Clipped at the border; those after 1, 2, … L − 1 layers, and that of the whole stack. */
    smallerWindows: windows.slice(0, -1),
    window,
    share: (window.width * window.height) / GRID ** 2,
    measured: boxOf(squared.rows, squared.columns),
    gradient: squared.gradient.data.map(Math.sqrt),
    layersToReachAll: layersToReachAll(position, layers[0]),
    cost: convolutionCost(layers),
  };
}

/**
 * The squared gradient to expect of kernels of independent normal numbers. Squares of such gradients
 * add up as their variances do, so a pass through kernels that hold the variances, here 1/k², gives
 * the mean over all draws; its root is what is shown.
 */
const ofVariances = (layers: readonly ConvolutionLayer[]): WeightedLayer[] =>
  layers.map(({ kernelSize, stride }) => ({ weights: averagingKernel(kernelSize), stride }));

/** Kept for each position: more convolutions change nothing here. */
const attentionReach = perImage((image, position: number) => {
  const features = featuresOf(image, GRID); // [N × 3]
  const query = sliceRows(features, position, position + 1); // [1 × 3]
  const { weights } = scaledDotProductAttention(query, features, features); // [1 × N]
  const measured = supportOf(weights.data);
  return {
    weights: weights.data,
    measured,
    share: (measured.width * measured.height) / GRID ** 2,
    cost: attentionCost(),
  };
});

/** The colour of each position of the grid, each channel with mean 0 and variance 1: [N × 3]. */
const featuresOf = perImage((image, side: number) =>
  standardised(pixelsAsRows(resizeByArea(image, side, side))),
);

function standardised(matrix: Matrix): Matrix {
  const { rows, columns } = matrix;
  const result = createMatrix(rows, columns);
  for (let column = 0; column < columns; column++) {
    const values = Array.from({ length: rows }, (_, row) => matrix.data[row * columns + column]);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    const scale = 1 / Math.sqrt(variance + 1e-6); // an image of one colour has no variance
    values.forEach((value, row) => (result.data[row * columns + column] = (value - mean) * scale));
  }
  return result;
}
