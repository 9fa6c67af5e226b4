import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImage, pixelsAsRows, resizeByArea, toGrayscale } from '../../src/kernels/image.ts';
import { image } from './arbitraries.ts';
import { expectClose } from './golden.ts';

const side = fc.integer({ min: 1, max: 9 });

function mean(data: Float32Array): number {
  return data.reduce((a, b) => a + b, 0) / data.length;
}

describe('resizeByArea', () => {
  it('weights by the exact area of overlap', () => {
    const row = createImage(1, 3, 1, Float32Array.of(0, 0.3, 0.9));
    // A target pixel covers 1.5 source pixels: one whole and half of the middle one.
    expectClose(resizeByArea(row, 1, 2).data, [(0 + 0.15) / 1.5, (0.15 + 0.9) / 1.5]);
  });

  it('keeps the mean and the range, for any ratio', () => {
    fc.assert(
      fc.property(side, side, image(5, 7, 3), (height, width, original) => {
        const resized = resizeByArea(original, height, width);
        expect([resized.height, resized.width, resized.channels]).toEqual([height, width, 3]);
        expect(mean(resized.data)).toBeCloseTo(mean(original.data), 5);
        expect(Math.max(...resized.data)).toBeLessThanOrEqual(Math.max(...original.data) + 1e-6);
        expect(Math.min(...resized.data)).toBeGreaterThanOrEqual(Math.min(...original.data) - 1e-6);
      }),
    );
  });

  it('enlarging by a whole factor and shrinking again is the identity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), image(3, 4, 3), (factor, original) => {
        const enlarged = resizeByArea(original, 3 * factor, 4 * factor);
        expectClose(resizeByArea(enlarged, 3, 4).data, original.data);
      }),
    );
  });
});

describe('toGrayscale', () => {
  it('weights the channels by BT.601', () => {
    const primaries = createImage(1, 4, 3, Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1));
    expectClose(toGrayscale(primaries).data, [0.299, 0.587, 0.114, 1]);
  });

  it('leaves one channel alone and refuses other counts', () => {
    const gray = createImage(1, 2, 1);
    expect(toGrayscale(gray)).toBe(gray);
    expect(() => toGrayscale(createImage(1, 1, 4))).toThrow('needs 1 or 3 channels, got 4');
  });
});

describe('an image', () => {
  it('is a matrix of pixels', () => {
    const { rows, columns, data } = pixelsAsRows(createImage(2, 3, 4));
    expect([rows, columns, data.length]).toEqual([6, 4, 24]);
  });

  it('says what is wrong with its size', () => {
    expect(() => createImage(0, 3, 1)).toThrow('at least one pixel, got 0×3×1');
    expect(() => createImage(1, 1, 3, new Float32Array(4))).toThrow('needs 3 numbers, got 4');
  });
});
