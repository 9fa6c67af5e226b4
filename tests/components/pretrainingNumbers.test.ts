import { expect, test } from 'vitest';
import * as numbers from '../../src/components/pretrainingNumbers.ts';

test('the numbers of the chapter on pre-training are the well-known ones', () => {
  expect(numbers.ofa.total).toBe(59_457);
  expect([
    numbers.codesOf(numbers.INFILLING_SIDE),
    numbers.codesOf(numbers.GENERATED_SIDE),
  ]).toEqual([256, 1024]);
  expect(numbers.exampleBins).toEqual([250, 125, 749, 624]);
  expect(numbers.randomRecall(10)).toBeCloseTo(0.01, 12);
  expect([1, 2, 3, 4].map(numbers.vqaScore).map((score) => score.toFixed(1))).toEqual([
    ...['0.3', '0.6', '0.9', '1.0'],
  ]);
  expect(numbers.halfShifted.iou).toBe(1 / 3);
  expect(numbers.vcrChanceBoth).toBe(0.0625);
  expect(numbers.errorInLargeImage).toBeCloseTo(1.025, 3);
});

test('the fewest bins for an error, and no fewer', () => {
  expect(numbers.binsFor(10, 1)).toBe(6); // half of 10 / 5
  expect(numbers.binsFor(10, 0.99)).toBe(7);
});

test('ROUGE prefers the false caption: the chapter says so', () => {
  const { exchanged, reworded } = numbers.captionScores;
  expect(exchanged.words).toBe(1);
  for (const kind of ['words', 'pairs', 'sequence'] as const) {
    expect(exchanged[kind]).toBeGreaterThan(reworded[kind]);
  }
});
