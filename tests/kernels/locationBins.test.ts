import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binOf,
  binsToBox,
  boxToBins,
  type Corners,
  largestError,
  OFA_LOCATIONS,
  OFA_VOCABULARY,
  positionOf,
  vocabularySize,
} from '../../src/kernels/locationBins.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('location bins', () => {
  it('equal PyTorch', () => {
    const golden = new GoldenCase('location_bins', 'ofa');
    const rowOf = (name: string, row: number) =>
      golden.tensor(name).data.slice(4 * row, 4 * row + 4) as unknown as Corners;
    for (let row = 0; row < 6; row++) {
      const bins = boxToBins(rowOf('box', row), OFA_LOCATIONS);
      expect(bins).toEqual(rowOf('bins', row));
      expectClose(binsToBox(bins, OFA_LOCATIONS), rowOf('restored', row));
    }
  });

  it('a position comes back to within half a bin', () => {
    expect(largestError(OFA_LOCATIONS)).toBeCloseTo(0.2563, 4);
    const position = fc.double({ min: 0, max: OFA_LOCATIONS.size, noNaN: true });
    fc.assert(
      fc.property(position, (u) => {
        const restored = positionOf(binOf(u, OFA_LOCATIONS), OFA_LOCATIONS);
        expect(Math.abs(restored - u)).toBeLessThanOrEqual(largestError(OFA_LOCATIONS) + 1e-9);
      }),
    );
  });

  it('every bin comes back as itself', () => {
    for (let bin = 0; bin < OFA_LOCATIONS.bins; bin++) {
      expect(binOf(positionOf(bin, OFA_LOCATIONS), OFA_LOCATIONS)).toBe(bin);
    }
  });

  it('a tie goes to the even bin; what lies outside goes to the ends', () => {
    const scale = { bins: 11, size: 10 };
    expect([0.5, 1.5, 2.5, 3.5].map((u) => binOf(u, scale))).toEqual([0, 2, 2, 4]);
    expect([-3, 99].map((u) => binOf(u, scale))).toEqual([0, 10]);
  });

  it('refuses what is no bin and no scale', () => {
    expect(() => positionOf(1000, OFA_LOCATIONS)).toThrow('from 0 to 999, got 1000');
    expect(() => binOf(1, { bins: 1, size: 10 })).toThrow('at least 2 bins, got 1');
    expect(() => binOf(1, { bins: 2, size: 0 })).toThrow('must be positive, got 0');
  });

  it('OFA’s vocabulary has 59,457 tokens', () => {
    expect(vocabularySize(OFA_VOCABULARY)).toBe(59_457);
  });
});
