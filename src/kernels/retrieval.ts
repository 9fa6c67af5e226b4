import { type Matrix, rowOf } from './matrix.ts';

/**
 * For each query the place of its best gold item among all, 1 for the first. A tie counts against the
 * query: other items of the same similarity stand before it, so that a model which finds everything
 * equally similar finds nothing.
 * @param similarities [queries × items]
 * @param gold the items that are right, one list a query; there may be several (COCO has five captions an image)
 */
export function ranksOfGold(similarities: Matrix, gold: readonly (readonly number[])[]): number[] {
  if (gold.length !== similarities.rows) {
    throw new RangeError(
      `expected gold items for ${similarities.rows} queries, got ${gold.length}`,
    );
  }
  return gold.map((items, query) => {
    const row = rowOf(similarities, query);
    const best = Math.max(...items.map((item) => row[item]));
    return row.filter((value, item) => value >= best && !items.includes(item)).length + 1;
  });
}

/** The same where query i has the one gold item i, as in a batch of pairs. */
export function ranksOfOwn(similarities: Matrix): number[] {
  const { rows, columns } = similarities;
  if (columns < rows) {
    throw new RangeError(`${rows} queries cannot each have their own of ${columns}`);
  }
  return ranksOfGold(
    similarities,
    Array.from({ length: rows }, (_, query) => [query]),
  );
}

/** R@K: the share of queries that have a gold item among the first k. */
export function recallAt(ranks: readonly number[], k: number): number {
  return ranks.filter((rank) => rank <= k).length / ranks.length;
}

/**
 * What R@K is expected to be when items are ranked at random: 1 − C(N − G, K) / C(N, K), which is
 * K / N for one gold item.
 */
export function randomRecallAt(items: number, goldItems: number, k: number): number {
  let missing = 1; // the probability that none of the first k is gold
  for (let place = 0; place < k; place++) {
    missing *= Math.max(0, items - goldItems - place) / (items - place);
  }
  return 1 - missing;
}
