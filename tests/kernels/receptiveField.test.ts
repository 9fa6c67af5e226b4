import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conv2d } from '../../src/kernels/convolution.ts';
import { createFeatureMap } from '../../src/kernels/featureMap.ts';
import {
  averagingKernel,
  type ConvolutionLayer,
  measuredReceptiveField,
  receptiveField,
  receptiveFieldWindow,
  type WeightedLayer,
} from '../../src/kernels/receptiveField.ts';
import { GoldenCase } from './golden.ts';

/** Layers without gaps: (k − 1) / 2 ≥ s − 1, so that neighbouring windows cover every pixel. */
const layer = fc.constantFrom(
  { kernelSize: 1, stride: 1 },
  { kernelSize: 3, stride: 1 },
  { kernelSize: 3, stride: 2 },
  { kernelSize: 5, stride: 1 },
  { kernelSize: 5, stride: 2 },
);
const layers = fc.array(layer, { maxLength: 4 });

function averaging(stack: readonly ConvolutionLayer[]): WeightedLayer[] {
  return stack.map(({ kernelSize, stride }) => ({ weights: averagingKernel(kernelSize), stride }));
}

describe('receptiveField', () => {
  it('is 1 + 2L for L layers of 3 × 3, 1 + L(k − 1) for any k', () => {
    for (let depth = 0; depth < 20; depth++) {
      for (const kernelSize of [1, 3, 5, 7]) {
        const stack = Array.from({ length: depth }, () => ({ kernelSize, stride: 1 }));
        expect(receptiveField(stack)).toEqual({ size: 1 + depth * (kernelSize - 1), jump: 1 });
      }
    }
  });

  it('is 427 pixels at a jump of 32 for ResNet-50, its strides in the 3 × 3 convolutions', () => {
    const stage = (blocks: number, stride: number) =>
      Array.from({ length: blocks }, (_, block) => ({ kernelSize: 3, stride: block ? 1 : stride }));
    const stem = [
      { kernelSize: 7, stride: 2 },
      { kernelSize: 3, stride: 2 },
    ];
    const stack = [...stem, ...stage(3, 1), ...stage(4, 2), ...stage(6, 2), ...stage(3, 2)];
    expect(receptiveField(stack)).toEqual({ size: 427, jump: 32 });
  });
});

describe('receptiveFieldWindow', () => {
  it('is centred and clipped to the image', () => {
    const stack = [
      { kernelSize: 3, stride: 1 },
      { kernelSize: 3, stride: 1 },
    ];
    expect(receptiveFieldWindow(stack, 5, 20)).toEqual({ first: 3, last: 7 });
    expect(receptiveFieldWindow(stack, 0, 20)).toEqual({ first: 0, last: 2 });
    expect(receptiveFieldWindow(stack, 19, 20)).toEqual({ first: 17, last: 19 });
  });

  it('needs odd kernels, whose windows have a centre', () => {
    const call = () => receptiveFieldWindow([{ kernelSize: 2, stride: 1 }], 0, 8);
    expect(call).toThrow('odd kernel size, got 2');
  });
});

describe('measuredReceptiveField', () => {
  it.each([
    { name: 'dense', strides: [1, 1], row: 5, column: 6 },
    { name: 'strided', strides: [2, 1], row: 1, column: 2 },
  ])('equals PyTorch ($name)', ({ name, strides, row, column }) => {
    const golden = new GoldenCase('receptive_field', name);
    const stack = strides.map((stride, index) => {
      const [outputChannels, inputChannels, kernelSize] = golden.tensor(`kernel${index}`).shape;
      const kernel = golden.vector(`kernel${index}`);
      const bias = new Float32Array(outputChannels);
      return { stride, weights: { outputChannels, inputChannels, kernelSize, kernel, bias } };
    });
    golden.expect('gradient', measuredReceptiveField(stack, 11, 12, row, column).gradient);
    const geometry = stack.map(({ stride, weights }) => ({
      stride,
      kernelSize: weights.kernelSize,
    }));
    const { size, jump } = receptiveField(geometry);
    golden.expect('sizeAndJump', Float32Array.of(size, jump));
  });

  it('reaches exactly the window of the formula', () => {
    fc.assert(
      fc.property(layers, fc.nat(1000), fc.nat(1000), (stack, i, j) => {
        const [height, width] = [17, 14];
        const { jump } = receptiveField(stack);
        const [row, column] = [i % Math.ceil(height / jump), j % Math.ceil(width / jump)];
        const measured = measuredReceptiveField(averaging(stack), height, width, row, column);
        expect(measured.rows).toEqual(receptiveFieldWindow(stack, row, height));
        expect(measured.columns).toEqual(receptiveFieldWindow(stack, column, width));
      }),
    );
  });

  it('is what changing one pixel changes', () => {
    const stack = averaging([
      { kernelSize: 3, stride: 1 },
      { kernelSize: 5, stride: 2 },
    ]);
    const outputFor = (pixel: number) => {
      let map = createFeatureMap(1, 9, 9);
      map.data[pixel] = 1;
      for (const { weights, stride } of stack)
        map = conv2d(map, weights, { stride, padding: 'zeros' });
      return map.data[2 * 5 + 1]; // row 2, column 1 of 5 × 5
    };
    const { gradient } = measuredReceptiveField(stack, 9, 9, 2, 1);
    gradient.data.forEach((value, pixel) => expect(outputFor(pixel) !== 0).toBe(value !== 0));
  });

  it('fades from the centre: the effective field is smaller than the theoretical one', () => {
    const stack = averaging(Array.from({ length: 8 }, () => ({ kernelSize: 3, stride: 1 })));
    const { gradient } = measuredReceptiveField(stack, 33, 33, 16, 16);
    const line = [...gradient.data.subarray(16 * 33 + 16, 16 * 33 + 26)];
    expect(line[0]).toBe(1);
    line.slice(1, 9).forEach((value, index) => expect(value).toBeLessThan(line[index]));
    expect(line[8]).toBeLessThan(0.01); // still inside the window of 17 pixels
    expect(line[9]).toBe(0); // outside
  });

  it('refuses an output that does not exist', () => {
    const stack = averaging([{ kernelSize: 3, stride: 2 }]);
    expect(() => measuredReceptiveField(stack, 8, 8, 4, 0)).toThrow(
      '(4, 0) is outside the 4×4 output',
    );
  });
});
