import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conv2d } from '../../src/kernels/convolution.ts';
import { channelOf, featureMapFromImage } from '../../src/kernels/featureMap.ts';
import { createImage } from '../../src/kernels/image.ts';
import { createMatrix, type Matrix, rowOf } from '../../src/kernels/matrix.ts';
import { patchEmbed, patchGrid, patchify, unpatchify } from '../../src/kernels/patchEmbedding.ts';
import { image, matrix, numbers } from './arbitraries.ts';
import { expectClose, GoldenCase } from './golden.ts';

/** A patch size and an image that it divides. */
const divisible = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([patchSize, rows, columns, channels]) =>
    fc.record({
      patchSize: fc.constant(patchSize),
      picture: image(rows * patchSize, columns * patchSize, channels),
    }),
  );

/** E [P²C × D], rows in the order row, column, channel, as kernels [D × C × P × P]. */
function asKernels(projection: Matrix, channels: number, patchSize: number): Float32Array {
  const kernel = new Float32Array(projection.data.length);
  const area = patchSize ** 2;
  for (let pixel = 0; pixel < area; pixel++) {
    for (let c = 0; c < channels; c++) {
      rowOf(projection, pixel * channels + c).forEach((value, output) => {
        kernel[(output * channels + c) * area + pixel] = value;
      });
    }
  }
  return kernel;
}

describe('patchify', () => {
  it('equals PyTorch', () => {
    const golden = new GoldenCase('patch_embedding', 'plain');
    const picture = golden.image('image');
    const patches = patchify(picture, 2);
    golden.expect('patches', patches);
    golden.expect('restored', unpatchify(patches, picture, 2).data);
    const embedded = patchEmbed(patches, golden.matrix('projection'), golden.vector('bias'));
    golden.expect('embedded', embedded);
    golden.expect('convolved', embedded);
  });

  it('gives N = HW / P² patches of length P²C, and unpatchify undoes it', () => {
    fc.assert(
      fc.property(divisible, ({ patchSize, picture }) => {
        const patches = patchify(picture, patchSize);
        const { height, width, channels } = picture;
        expect(patches.rows).toBe((height * width) / patchSize ** 2);
        expect(patches.columns).toBe(patchSize ** 2 * channels);
        expect(unpatchify(patches, picture, patchSize)).toEqual(picture);
      }),
    );
  });

  it('has 196 patches of 768 numbers at 224 × 224, P = 16', () => {
    const shape = { height: 224, width: 224, channels: 3 };
    expect(patchGrid(shape, 16)).toEqual({ rows: 14, columns: 14, count: 196, patchLength: 768 });
  });

  it('orders patches by grid row, and a patch by row, column, channel', () => {
    const picture = createImage(
      2,
      4,
      2,
      Float32Array.from({ length: 16 }, (_, index) => index),
    );
    expect([...patchify(picture, 2).data]).toEqual([
      0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15,
    ]);
  });

  it('says what does not divide', () => {
    const shape = { height: 30, width: 32, channels: 3 };
    expect(() => patchGrid(shape, 8)).toThrow(RangeError);
    expect(() => patchGrid(shape, 8)).toThrow('30×32 pixels does not divide into patches of 8×8');
    expect(() => patchGrid({ ...shape, height: 32, width: 30 }, 8)).toThrow('does not divide');
    expect(() => patchGrid(shape, 0)).toThrow('positive whole number, got 0');
    expect(() => patchGrid(shape, 1.5)).toThrow('positive whole number, got 1.5');
    expect(() => unpatchify(createMatrix(1, 12), shape, 2)).toThrow(
      'patches must be 240×12, got 1×12',
    );
  });
});

describe('patchEmbed', () => {
  it('is a convolution with kernel = stride = P', () => {
    fc.assert(
      fc.property(image(6, 9, 2), matrix(18, 4), numbers(4), (picture, projection, bias) => {
        const embedded = patchEmbed(patchify(picture, 3), projection, bias); // [6 × 4]
        const convolved = conv2d(
          featureMapFromImage(picture),
          {
            outputChannels: 4,
            inputChannels: 2,
            kernelSize: 3,
            kernel: asKernels(projection, 2, 3),
            bias,
          },
          { stride: 3, padding: 'none' },
        );
        for (let output = 0; output < 4; output++) {
          const column = Array.from({ length: 6 }, (_, patch) => embedded.data[patch * 4 + output]);
          expectClose(channelOf(convolved, output).data, column);
        }
      }),
    );
  });
});
