import { describe, expect, it } from 'vitest';
import { multiHeadAttention } from '../../src/kernels/attention.ts';
import { conv2d, type ConvolutionOptions } from '../../src/kernels/convolution.ts';
import {
  type MapLayer,
  permutationEquivarianceGap,
  shiftEquivarianceGap,
  shiftInvarianceGap,
} from '../../src/kernels/equivariance.ts';
import { createFeatureMap } from '../../src/kernels/featureMap.ts';
import { add, type Matrix } from '../../src/kernels/matrix.ts';
import { globalAveragePool, maxPool2d } from '../../src/kernels/pooling.ts';
import { sinCosPositionEmbedding1d } from '../../src/kernels/positionEmbedding.ts';
import { randomMatrix } from '../../src/kernels/random.ts';

const map = createFeatureMap(2, 12, 12, randomMatrix(2, 144, 1).data);
const weights = {
  outputChannels: 4,
  inputChannels: 2,
  kernelSize: 3,
  kernel: randomMatrix(4, 18, 2).data,
  bias: new Float32Array(4),
};
const convolution =
  (options: ConvolutionOptions): MapLayer =>
  (input) =>
    conv2d(input, weights, options);

describe('shiftEquivarianceGap', () => {
  it('is 0 for circular padding and stride 1', () => {
    const layer = convolution({ stride: 1, padding: 'circular' });
    for (const shift of [1, 2, 5]) expect(shiftEquivarianceGap(layer, map, shift)).toBe(0);
  });

  it('with zero padding is 0 away from the border only', () => {
    const layer = convolution({ stride: 1, padding: 'zeros' });
    expect(shiftEquivarianceGap(layer, map, 1)).toBeGreaterThan(0.1);
    expect(shiftEquivarianceGap(layer, map, 1, 2)).toBe(0);
  });

  it('with stride 2 is 0 for even shifts only', () => {
    const layer = convolution({ stride: 2, padding: 'circular' });
    expect(shiftEquivarianceGap(layer, map, 1)).toBeGreaterThan(0.1);
    expect(shiftEquivarianceGap(layer, map, 2)).toBe(0);
  });

  it('refuses a margin that leaves nothing', () => {
    const layer = convolution({ stride: 1, padding: 'zeros' });
    expect(() => shiftEquivarianceGap(layer, map, 1, 6)).toThrow(RangeError);
  });
});

describe('shiftInvarianceGap', () => {
  it('is 0 for global average pooling, to float32, and not for a feature map', () => {
    expect(shiftInvarianceGap(globalAveragePool, map, 1)).toBeLessThan(1e-5);
    expect(shiftInvarianceGap((input) => input.data, map, 1)).toBeGreaterThan(0.5);
  });

  it('is 0 for a shift that does not leave the pooling window', () => {
    const dot = createFeatureMap(1, 8, 8);
    dot.data[2 * 8 + 2] = 1;
    expect(shiftInvarianceGap((input) => maxPool2d(input, 4).data, dot, 1)).toBe(0);
  });
});

describe('permutationEquivarianceGap', () => {
  const width = 8;
  const linear = (seed: number) => ({
    weight: randomMatrix(width, width, seed, width ** -0.5),
    bias: new Float32Array(width),
  });
  const parts = { queries: linear(3), keys: linear(4), values: linear(5), output: linear(6) };
  const attention = (x: Matrix) => multiHeadAttention(x, parts, 2).output;
  const tokens = randomMatrix(6, width, 7);
  const order = [2, 0, 1, 5, 3, 4];

  it('is 0 for attention, to float32', () => {
    expect(permutationEquivarianceGap(attention, tokens, order)).toBeLessThan(1e-5);
  });

  it('is not 0 once positions are added', () => {
    const positions = sinCosPositionEmbedding1d(6, width);
    const layer = (x: Matrix) => attention(add(x, positions));
    expect(permutationEquivarianceGap(layer, tokens, order)).toBeGreaterThan(0.05);
  });
});
