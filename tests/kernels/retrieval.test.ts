import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, identityMatrix, matrixFromRows } from '../../src/kernels/matrix.ts';
import { randomRecallAt, ranksOfGold, ranksOfOwn, recallAt } from '../../src/kernels/retrieval.ts';
import { matrix } from './arbitraries.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('retrieval', () => {
  it('ranks each query’s own answer', () => {
    const similarities = matrixFromRows([
      [0.9, 0.1, 0.2],
      [0.5, 0.4, 0.1],
      [0.3, 0.2, 0.1],
    ]);
    const ranks = ranksOfOwn(similarities);
    expect(ranks).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((k) => recallAt(ranks, k))).toEqual([1 / 3, 2 / 3, 1]);
  });

  it('a tie is no success', () => {
    expect(ranksOfOwn(createMatrix(2, 3))).toEqual([3, 3]);
  });

  it('recall grows with k, up to 1 for the whole gallery', () => {
    fc.assert(
      fc.property(matrix(4, 6), (similarities) => {
        const ranks = ranksOfOwn(similarities);
        const recalls = [1, 2, 3, 4, 5, 6].map((k) => recallAt(ranks, k));
        recalls.slice(1).forEach((recall, k) => expect(recall).toBeGreaterThanOrEqual(recalls[k]));
        expect(recalls[5]).toBe(1);
      }),
    );
  });

  it('needs an answer for each query', () => {
    expect(ranksOfOwn(identityMatrix(3))).toEqual([1, 1, 1]);
    expect(() => ranksOfOwn(createMatrix(3, 2))).toThrow(
      '3 queries cannot each have their own of 2',
    );
  });

  it('equals PyTorch, with two gold items for one query', () => {
    const golden = new GoldenCase('retrieval', 'recall');
    const marks = golden.tensor('gold').data;
    const gold = Array.from({ length: 6 }, (_, query) =>
      [...Array(9).keys()].filter((item) => marks[9 * query + item] === 1),
    );
    const ranks = ranksOfGold(golden.matrix('similarity'), gold);
    const recalls = Array.from({ length: 9 }, (_, k) => recallAt(ranks, k + 1));
    expectClose(recalls, golden.tensor('recalls').data);
    expect(() => ranksOfGold(golden.matrix('similarity'), [])).toThrow('gold items for 6 queries');
  });

  it('at random, R@K is K / N for one gold item, and more for several', () => {
    expect(randomRecallAt(1000, 1, 5)).toBeCloseTo(0.005, 12);
    expect(randomRecallAt(10, 2, 3)).toBeCloseTo(1 - (8 * 7 * 6) / (10 * 9 * 8), 12);
    expect(randomRecallAt(4, 1, 4)).toBe(1);
  });
});
