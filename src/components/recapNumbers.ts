/*
 * The numbers and small experiments that the two recaps report, in one place for both languages;
 * every one is computed by the kernels.
 */
import { causalMask, multiHeadAttention } from '../kernels/attention.ts';
import { conv2d, type Padding } from '../kernels/convolution.ts';
import {
  convolutionFlops,
  convolutionParameters,
  type ConvolutionSize,
  fullyConnectedParameters,
} from '../kernels/convolutionCost.ts';
import {
  permutationEquivarianceGap,
  shiftEquivarianceGap,
  shiftInvarianceGap,
} from '../kernels/equivariance.ts';
import { createFeatureMap, featureMapFromImage, type FeatureMap } from '../kernels/featureMap.ts';
import { add, type Matrix } from '../kernels/matrix.ts';
import { globalAveragePool, maxPool2d } from '../kernels/pooling.ts';
import { sinCosPositionEmbedding1d } from '../kernels/positionEmbedding.ts';
import { randomMatrix } from '../kernels/random.ts';
import { receptiveField } from '../kernels/receptiveField.ts';
import { KEYS_PER_QUERY, measureScores } from '../kernels/scoreScaling.ts';
import { drawScene, SCENES } from '../images/scenes.ts';
import { formatPercent } from './format.ts';
import { base, crossover } from './visionTransformerNumbers.ts';

/** A photograph as ImageNet's networks take it. */
export const photograph = { size: 224, channels: 3 };
const photographPixels = photograph.size ** 2;
export const photographNumbers = photographPixels * photograph.channels;

/** A first layer, 3 → 64 channels at full size, as a convolution and fully connected. */
export const firstLayer: ConvolutionSize = {
  inputChannels: photograph.channels,
  outputChannels: 64,
  kernelSize: 3,
};
export const firstLayerParameters = convolutionParameters(firstLayer);
export const firstLayerIfDense = fullyConnectedParameters(
  photographNumbers,
  photographPixels * firstLayer.outputChannels,
);

/** A layer inside ResNet-34: 64 → 64 channels on 56 × 56 positions, and on twice the side. */
export const innerLayer: ConvolutionSize = { inputChannels: 64, outputChannels: 64, kernelSize: 3 };
export const INNER_SIZE = 56;
export const innerFlops = convolutionFlops(innerLayer, INNER_SIZE, INNER_SIZE);
export const innerFlopsDoubled = convolutionFlops(innerLayer, 2 * INNER_SIZE, 2 * INNER_SIZE);
export const innerParameters = convolutionParameters(innerLayer);

/** The layer of the exercise on parameters. */
export const exerciseLayer: ConvolutionSize = {
  inputChannels: 64,
  outputChannels: 128,
  kernelSize: 5,
};
export const exerciseParameters = convolutionParameters(exerciseLayer);

/** r after `depth` layers of 3 × 3 with stride 2. */
export function fieldOfStridedDepth(depth: number): number {
  return receptiveField(Array.from({ length: depth }, () => ({ kernelSize: 3, stride: 2 }))).size;
}

/** The stack of the exercise on receptive fields, and r after each of its layers. */
export const exerciseStack = [
  { kernelSize: 7, stride: 2 },
  { kernelSize: 3, stride: 2 },
  { kernelSize: 3, stride: 1 },
];
export const exerciseFields = exerciseStack.map(
  (_, layer) => receptiveField(exerciseStack.slice(0, layer + 1)).size,
);

/** The side of the drawn picture of the experiments below. */
export const PICTURE_SIZE = 32;
const picture = featureMapFromImage(drawScene(SCENES.shapes, PICTURE_SIZE));
const weights = {
  outputChannels: 8,
  inputChannels: picture.channels,
  kernelSize: 3,
  kernel: randomMatrix(8, picture.channels * 9, 1).data,
  bias: new Float32Array(8),
};
const convolution = (stride: number, padding: Padding) => (input: FeatureMap) =>
  conv2d(input, weights, { stride, padding });

/** How far a 3 × 3 convolution with random weights is from equivariance, on a drawn picture. */
export const equivarianceGaps = {
  circular: shiftEquivarianceGap(convolution(1, 'circular'), picture, 1),
  zeros: shiftEquivarianceGap(convolution(1, 'zeros'), picture, 1),
  // The padding reaches one row in, and the shift moves that row by one.
  zerosInside: shiftEquivarianceGap(convolution(1, 'zeros'), picture, 1, 2),
  strideShiftOne: shiftEquivarianceGap(convolution(2, 'circular'), picture, 1),
  strideShiftTwo: shiftEquivarianceGap(convolution(2, 'circular'), picture, 2),
};

const features = (input: FeatureMap): FeatureMap => {
  const map = convolution(1, 'circular')(input);
  const rectified = map.data.map((value) => Math.max(0, value)); // ReLU
  return createFeatureMap(map.channels, map.height, map.width, rectified);
};

/** How much the output changes when the picture moves by one pixel: before pooling, and after. */
export const invarianceGaps = {
  none: shiftInvarianceGap((input) => features(input).data, picture, 1),
  pool2: shiftInvarianceGap((input) => maxPool2d(features(input), 2).data, picture, 1),
  pool4: shiftInvarianceGap((input) => maxPool2d(features(input), 4).data, picture, 1),
  pool8: shiftInvarianceGap((input) => maxPool2d(features(input), 8).data, picture, 1),
  global: shiftInvarianceGap((input) => globalAveragePool(features(input)), picture, 1),
};

const TOKENS = 6;
const WIDTH = 16;
const HEADS = 2;
const linear = (seed: number) => ({
  weight: randomMatrix(WIDTH, WIDTH, seed, 1 / Math.sqrt(WIDTH)),
  bias: new Float32Array(WIDTH),
});
const attentionWeights = {
  queries: linear(1),
  keys: linear(2),
  values: linear(3),
  output: linear(4),
};
const tokens = randomMatrix(TOKENS, WIDTH, 5);
const order = [2, 0, 1, 5, 3, 4];
const attention = (x: Matrix, mask?: Matrix) =>
  multiHeadAttention(x, attentionWeights, HEADS, { mask }).output;
const positions = sinCosPositionEmbedding1d(TOKENS, WIDTH);

/** How far multi-head attention with random weights is from permutation equivariance. */
export const permutationGaps = {
  bare: permutationEquivarianceGap((x) => attention(x), tokens, order),
  withPositions: permutationEquivarianceGap((x) => attention(add(x, positions)), tokens, order),
  causal: permutationEquivarianceGap((x) => attention(x, causalMask(TOKENS)), tokens, order),
};

/** The base model of 2017 and its shared vocabulary of about 37,000 (arXiv 1706.03762, table 3 and section 5.1). */
export const transformerBase = { width: 512, heads: 8, mlpWidth: 2048, vocabulary: 37000 };
export const transformerHeadWidth = transformerBase.width / transformerBase.heads;
export const embeddingParameters = transformerBase.vocabulary * transformerBase.width;
/** The projections to Q, K, V and back, biases left out, as in the paper. */
export const attentionParameters = 4 * transformerBase.width ** 2;
/** Where the quadratic part of a layer costs as much as the rest. */
export const transformerCrossover = crossover({ ...base, ...transformerBase });

/** The causal mask of the exercise: how many of all pairs it lets through. */
export const MASKED_TOKENS = 6;
export const maskPairs = MASKED_TOKENS ** 2;
export const allowedPairs = causalMask(MASKED_TOKENS).data.reduce((sum, one) => sum + one, 0);

export { KEYS_PER_QUERY };
const DRAWS = 500;

/** Scores of random queries and keys, by head width, with and without the division by √d_h. */
export const scoreRows = [16, 64, 256].map((headWidth) => ({
  headWidth,
  plain: measureScores(headWidth, false, DRAWS, 1),
  scaled: measureScores(headWidth, true, DRAWS, 1),
}));

/** A gap as a percentage; a plain 0 says that it is exactly 0. */
export function formatGap(gap: number): string {
  return gap === 0 ? '0' : formatPercent(gap);
}
