import { describe, expect, test } from 'vitest';
import {
  formatBillions,
  formatCount,
  formatLarge,
  formatMillions,
  formatNumber,
  formatPercent,
} from '../../src/components/format.ts';
import * as vit from '../../src/components/visionTransformerNumbers.ts';
import { countFlops, countParameters } from '../../src/kernels/modelCost.ts';

describe('formatting', () => {
  test('counts and large numbers in both languages', () => {
    expect(formatCount(86567656, 'en')).toBe('86,567,656');
    expect(formatCount(86567656, 'zh')).toBe('86,567,656');
    expect(formatLarge(2517630976, 'en')).toBe('2.52 billion');
    expect(formatLarge(2517630976, 'zh')).toBe('25.2 亿');
  });

  test('units, shares and factors', () => {
    expect(formatMillions(86567656)).toBe('86.6M');
    expect(formatBillions(35127656448)).toBe('35.1G');
    expect(formatPercent(0.0407)).toBe('4.1%');
    expect(formatPercent(0)).toBe('0.0%');
    expect(formatPercent(0.00001, 2)).toBe('<0.01%');
    expect(formatNumber(8)).toBe('8');
    expect(formatNumber(15.88)).toBe('15.9');
  });
});

describe('the numbers of the chapter on ViT', () => {
  test('are the well-known ones', () => {
    expect([vit.patches, vit.tokens, vit.gridSide, vit.fineTunedGridSide]).toEqual([
      196, 197, 14, 24,
    ]);
    expect([vit.patchLength, vit.greyPatchLength, vit.headWidth]).toEqual([768, 256, 64]);
    expect(vit.fieldOfDepth(12)).toBe(25);
    expect(vit.fieldOfDepth(vit.depthToSee(224) - 1)).toBeLessThan(224);
    expect(vit.fieldOfDepth(vit.depthToSee(224))).toBeGreaterThanOrEqual(224);
  });

  test('parameters agree with the papers to about one per cent', () => {
    expect(vit.largestDeviation).toBeLessThan(0.01);
    expect(countParameters(vit.large).total / 307e6).toBeCloseTo(1, 1);
  });

  test('the quadratic part equals the rest of a block at the crossover', () => {
    const side = Math.sqrt(vit.crossover(vit.base) - 1) * vit.base.patchSize;
    const { scores, weightedSum, queryKeyValue, attentionOutput, mlp } = countFlops(vit.base);
    const tokens = vit.tokens;
    const scale = vit.crossover(vit.base) / tokens;
    expect(side).toBeGreaterThan(vit.FINE_TUNING_SIZE);
    expect((scores + weightedSum) * scale ** 2).toBeCloseTo(
      (queryKeyValue + attentionOutput + mlp) * scale,
      -3,
    );
  });
});
