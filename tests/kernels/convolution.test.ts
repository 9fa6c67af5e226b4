import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dInputGradient,
  type ConvolutionWeights,
  type Padding,
} from '../../src/kernels/convolution.ts';
import {
  channelOf,
  createFeatureMap,
  featureMapFromImage,
  rollFeatureMap,
} from '../../src/kernels/featureMap.ts';
import { createImage } from '../../src/kernels/image.ts';
import { globalAveragePool, maxPool2d } from '../../src/kernels/pooling.ts';
import { featureMap, numbers } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

function weightsOf(kernel: Float32Array, bias: Float32Array): ConvolutionWeights {
  return { outputChannels: 3, inputChannels: 2, kernelSize: 3, kernel, bias };
}

const weights = fc.tuple(numbers(54), numbers(3)).map(([kernel, bias]) => weightsOf(kernel, bias));
const shift = fc.integer({ min: -9, max: 9 });

describe('conv2d', () => {
  const paddings: Padding[] = ['none', 'zeros', 'circular'];
  const cases = paddings.flatMap((padding) => [1, 2].map((stride) => ({ padding, stride })));

  it.each(cases)('equals PyTorch, padding $padding, stride $stride', (options) => {
    const golden = new GoldenCase('convolution', `${options.padding}${options.stride}`);
    const x = golden.featureMap('x');
    const layer = weightsOf(golden.vector('kernel'), golden.vector('bias'));
    golden.expectFeatureMap('output', conv2d(x, layer, options));
    const upstream = golden.featureMap('outputGradient');
    const gradient = conv2dInputGradient(upstream, layer, options, x.height, x.width);
    golden.expectFeatureMap('gradient:x', gradient);
    const loss = () => weightedSum(conv2d(x, layer, options).data, upstream.data);
    const measured = finiteDifferences(x.data, loss);
    expectClose(gradient.data, measured, 'finite difference', FINITE_DIFFERENCE_TOLERANCE);
  });

  it('is equivariant to translation on a circular map, bit by bit', () => {
    const options = { stride: 1, padding: 'circular' } as const;
    fc.assert(
      fc.property(featureMap(2, 5, 6), weights, shift, shift, (x, layer, rows, columns) => {
        const shiftedFirst = conv2d(rollFeatureMap(x, rows, columns), layer, options);
        const shiftedLast = rollFeatureMap(conv2d(x, layer, options), rows, columns);
        expect(shiftedFirst).toEqual(shiftedLast);
      }),
    );
  });

  it('with zero padding is equivariant away from the border only', () => {
    const options = { stride: 1, padding: 'zeros' } as const;
    const x = createFeatureMap(2, 6, 7, new GoldenCase('convolution', 'zeros1').vector('x'));
    const layer = weightsOf(new Float32Array(54).fill(0.5), new Float32Array(3));
    const shiftedFirst = channelOf(conv2d(rollFeatureMap(x, 0, 1), layer, options), 0);
    const shiftedLast = channelOf(rollFeatureMap(conv2d(x, layer, options), 0, 1), 0);
    for (let column = 0; column < 7; column++) {
      const difference = Math.max(
        ...[0, 1, 2, 3, 4, 5].map((row) =>
          Math.abs(shiftedFirst.data[row * 7 + column] - shiftedLast.data[row * 7 + column]),
        ),
      );
      // Only where a window touches the seam: the first and the last column, and the seam's other side.
      if (column >= 2 && column <= 5) expect(difference).toBeLessThan(1e-6);
      else expect(difference).toBeGreaterThan(1e-3);
    }
  });

  it('with stride 2 is equivariant to even shifts only', () => {
    const options = { stride: 2, padding: 'circular' } as const;
    fc.assert(
      fc.property(featureMap(2, 6, 6), weights, shift, (x, layer, rows) => {
        const shiftedFirst = conv2d(rollFeatureMap(x, 2 * rows, 0), layer, options);
        expect(shiftedFirst).toEqual(rollFeatureMap(conv2d(x, layer, options), rows, 0));
      }),
    );
  });

  it('refuses what does not fit', () => {
    const layer = weightsOf(new Float32Array(54), new Float32Array(3));
    const options = { stride: 1, padding: 'none' } as const;
    expect(() => conv2d(createFeatureMap(1, 4, 4), layer, options)).toThrow(
      'expected 2 channels of the input, got 1',
    );
    expect(() => conv2d(createFeatureMap(2, 2, 4), layer, options)).toThrow(
      'does not fit into length 2',
    );
    const still = { stride: 0, padding: 'none' } as const;
    expect(() => conv2d(createFeatureMap(2, 4, 4), layer, still)).toThrow(
      'stride must be a positive',
    );
    const short = { ...layer, kernel: new Float32Array(53) };
    expect(() => conv2d(createFeatureMap(2, 4, 4), short, options)).toThrow(
      'expected 54 weights, got 53',
    );
    const unbiased = { ...layer, bias: new Float32Array(0) };
    expect(() => conv2d(createFeatureMap(2, 4, 4), unbiased, options)).toThrow('3 biases, got 0');
    const gradientOf = (channels: number, rows: number, columns: number) => () =>
      conv2dInputGradient(createFeatureMap(channels, rows, columns), layer, options, 4, 4);
    expect(gradientOf(2, 2, 2)).toThrow('expected 3 channels of the gradient, got 2');
    expect(gradientOf(3, 1, 2)).toThrow('expected 2 rows of the gradient, got 1');
    expect(gradientOf(3, 2, 3)).toThrow('expected 2 columns of the gradient, got 3');
    const even = { ...layer, kernelSize: 2, kernel: new Float32Array(24) };
    const padded = { stride: 1, padding: 'zeros' } as const;
    expect(() => conv2d(createFeatureMap(2, 4, 4), even, padded)).toThrow('odd kernel size, got 2');
    expect(() => createFeatureMap(2, 2, 2, new Float32Array(7))).toThrow('needs 8 numbers, got 7');
  });
});

describe('pooling', () => {
  it('equals PyTorch', () => {
    const golden = new GoldenCase('convolution', 'pooling');
    golden.expectFeatureMap('max', maxPool2d(golden.featureMap('x'), 2));
    golden.expect('mean', globalAveragePool(golden.featureMap('x')));
  });

  it('global average pooling is invariant to translation', () => {
    fc.assert(
      fc.property(featureMap(2, 4, 5), shift, shift, (x, rows, columns) => {
        const shifted = globalAveragePool(rollFeatureMap(x, rows, columns));
        expectClose(shifted, globalAveragePool(x));
      }),
    );
  });
});

describe('a feature map', () => {
  it('has the channels first', () => {
    const image = createImage(1, 2, 3, Float32Array.of(0, 1, 2, 3, 4, 5));
    expect([...featureMapFromImage(image).data]).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it('rolls down and to the right', () => {
    const map = createFeatureMap(1, 3, 3, Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    expect([...rollFeatureMap(map, 1, 1).data]).toEqual([8, 6, 7, 2, 0, 1, 5, 3, 4]);
  });
});
