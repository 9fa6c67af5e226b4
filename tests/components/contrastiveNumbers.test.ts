import { expect, test } from 'vitest';
import * as nce from '../../src/components/contrastiveNumbers.ts';
import { identityMatrix } from '../../src/kernels/matrix.ts';
import { sigmoidLoss } from '../../src/kernels/sigmoidLoss.ts';

test('the losses of the chapter are those of its formulas', () => {
  expect(nce.leastLoss(8, 1)).toBeCloseTo(Math.log(1 + 7 * Math.exp(-8 / 7)), 6);
  expect(nce.leastLoss(2, 0.5)).toBeCloseTo(Math.log(1 + Math.exp(-4)), 6);
  expect(nce.lossOfGuessing(4096)).toBeCloseTo(12 * Math.LN2, 12);
  expect(nce.duplicateFloor(6)).toBeCloseTo(Math.log(2) / 3, 12);
});

test('knowing nothing under the sigmoid loss: 1/N everywhere, and the bias that says so', () => {
  const directions = identityMatrix(6);
  const nothing = sigmoidLoss(directions, directions, 1e9, nce.priorBias(6)); // all logits are b
  nothing.probabilities.data.forEach((p) => expect(p).toBeCloseTo(1 / 6, 6));
  expect(nce.pairwiseLossOfGuessing(6)).toBeCloseTo(nothing.loss, 6);
  const beyond = nce.pairwiseLossOfGuessing(nce.CLIP_BATCH) - nce.lossOfGuessing(nce.CLIP_BATCH);
  expect(beyond).toBeCloseTo(1, 4);
});

test('random directions: the approximation holds where the chapter says so', () => {
  const wide = nce.randomLoss(64, 512, nce.FIRST_TEMPERATURE);
  expect(Math.abs(wide.measured - wide.approximation)).toBeLessThan(0.1);
  const narrow = nce.randomLoss(64, 64, nce.FIRST_TEMPERATURE);
  expect(narrow.measured).toBeGreaterThan(nce.lossOfGuessing(64) + 1);
});

test('a share has its standard error, or its count where nothing failed', () => {
  const share = { value: 0.992, standardError: 0.004, count: 500 };
  expect(nce.shareText(share, 'en')).toBe('99.2% (±0.4%)');
  expect(nce.shareText({ value: 1, standardError: 0, count: 500 }, 'zh')).toBe(
    '100.0%（500 次无一例外）',
  );
});

test('the published recalls are far above guessing, and of a whole number of galleries', () => {
  const { retrieval } = nce;
  const queries = retrieval.gallerySize * retrieval.galleries;
  for (const { recall1, recall5 } of [retrieval.imageToText, retrieval.textToImage]) {
    expect(recall1.count).toBe(queries);
    expect(recall1.value).toBeGreaterThan(10 * retrieval.guessing.recall1);
    expect(recall5.value).toBeGreaterThanOrEqual(recall1.value);
  }
});
