import { describe, expect, it } from 'vitest';
import {
  attentionPairCounts,
  countFlops,
  countParameters,
  patchCount,
  tokenCount,
  VISION_TRANSFORMERS,
  visionTransformerConfig,
} from '../../src/kernels/modelCost.ts';

const base = visionTransformerConfig('ViT-B/16');

describe('countParameters', () => {
  it.each([
    ['ViT-Ti/16', 5_717_416],
    ['ViT-S/16', 22_050_664],
    ['ViT-B/16', 86_567_656],
    ['ViT-B/32', 88_224_232],
    ['ViT-L/16', 304_326_632],
    ['ViT-H/14', 632_045_800],
  ])('%s has %i', (name, total) => {
    expect(countParameters(visionTransformerConfig(name)).total).toBe(total);
  });

  it('breaks ViT-B/16 down', () => {
    expect(countParameters(base)).toEqual({
      patchEmbedding: 590_592,
      classToken: 768,
      positionEmbedding: 151_296,
      block: {
        attentionNorm: 1_536,
        queryKeyValue: 1_771_776,
        attentionOutput: 590_592,
        mlpNorm: 1_536,
        mlp: 2_362_368 + 2_360_064,
        total: 7_087_872,
      },
      blocks: 85_054_464,
      finalNorm: 1_536,
      backbone: 85_798_656,
      head: 769_000,
      total: 86_567_656,
    });
    expect(countParameters(visionTransformerConfig('ViT-B/32')).patchEmbedding).toBe(2_360_064);
  });

  it('rounds to the numbers of the paper', () => {
    const millions = (name: string) => {
      const { backbone, total } = countParameters(visionTransformerConfig(name));
      return [backbone, total].map((count) => Math.round(count / 1e6));
    };
    expect(millions('ViT-B/16')).toContain(86);
    expect(millions('ViT-H/14')).toContain(632);
    // The paper's 307M for L is 1% above what its architecture adds up to.
    expect(
      Math.abs(countParameters(visionTransformerConfig('ViT-L/16')).total / 307e6 - 1),
    ).toBeLessThan(0.01);
  });
});

describe('countFlops', () => {
  it('adds up, and ViT-B/16 is 17.6 billion multiply-adds', () => {
    for (const config of VISION_TRANSFORMERS) {
      const { total, ...parts } = countFlops(config);
      expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(total);
    }
    expect(countFlops(base).total / 2e9).toBeCloseTo(17.56, 2);
    expect(countFlops(base).scores).toBe(2 * 12 * 197 ** 2 * 768);
    expect(countFlops(base).patchEmbedding).toBe(2 * 196 * 768 * 768);
    expect(countFlops(base).mlp).toBe(2 * 12 * 197 * 2 * 768 * 3072);
  });

  it('grows with the square of the tokens in attention, linearly elsewhere', () => {
    const double = { ...base, imageSize: 448 };
    const ratio = tokenCount(double) / tokenCount(base);
    const [before, after] = [countFlops(base), countFlops(double)];
    expect(after.scores / before.scores).toBeCloseTo(ratio ** 2, 10);
    expect(after.weightedSum / before.weightedSum).toBeCloseTo(ratio ** 2, 10);
    expect(after.mlp / before.mlp).toBeCloseTo(ratio, 10);
    expect(after.queryKeyValue / before.queryKeyValue).toBeCloseTo(ratio, 10);
    expect(after.attentionOutput / before.attentionOutput).toBeCloseTo(ratio, 10);
  });
});

describe('tokens', () => {
  it('counts patches and the class token', () => {
    expect([patchCount(base), tokenCount(base)]).toEqual([196, 197]);
    expect(tokenCount(visionTransformerConfig('ViT-B/32'))).toBe(50);
    expect(tokenCount(visionTransformerConfig('ViT-H/14'))).toBe(257);
  });

  it('compares pixels with patches', () => {
    expect(attentionPairCounts(base)).toEqual({
      pixels: 50_176,
      pixelPairs: 2_517_630_976,
      patches: 196,
      patchPairs: 38_416,
    });
  });

  it('refuses unknown names and sizes that P does not divide', () => {
    expect(() => visionTransformerConfig('ViT-X')).toThrow(
      'no Vision Transformer is called ViT-X; known: ViT-Ti/16',
    );
    expect(() => tokenCount({ ...base, imageSize: 225 })).toThrow('does not divide');
  });
});
