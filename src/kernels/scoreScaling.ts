import { scaledDotProductAttention } from './attention.ts';
import { randomMatrix } from './random.ts';

/** What random queries and keys do to attention, measured over many draws. */
export interface ScoreStatistics {
  /** The standard deviation of the scores that go into softmax. */
  readonly deviation: number;
  /** The mean of the largest attention weight of a query. */
  readonly largestWeight: number;
}

/** How many keys each query is compared with. */
export const KEYS_PER_QUERY = 10;

/**
 * Why attention divides by √d_h (arXiv 1706.03762, footnote 4): draws queries [1 × d_h] and
 * {@link KEYS_PER_QUERY} keys [10 × d_h] with independent standard normal components, `draws` times, and measures
 * the scores q · k, divided by √d_h (`scaled`) or not.
 */
export function measureScores(
  headWidth: number,
  scaled: boolean,
  draws: number,
  seed: number,
): ScoreStatistics {
  // A temperature of 1/√d_h cancels the division by √d_h.
  const temperature = scaled ? 1 : 1 / Math.sqrt(headWidth);
  let sumOfSquares = 0;
  let sumOfLargest = 0;
  for (let draw = 0; draw < draws; draw++) {
    const vectors = randomMatrix(1 + KEYS_PER_QUERY, headWidth, seed + draw);
    const query = { ...vectors, rows: 1, data: vectors.data.subarray(0, headWidth) };
    const keys = { ...vectors, rows: KEYS_PER_QUERY, data: vectors.data.subarray(headWidth) };
    const { scores, weights } = scaledDotProductAttention(query, keys, keys, { temperature });
    sumOfSquares += scores.data.reduce((sum, score) => sum + score ** 2, 0); // the mean is 0
    sumOfLargest += Math.max(...weights.data);
  }
  return {
    deviation: Math.sqrt(sumOfSquares / (draws * KEYS_PER_QUERY)),
    largestWeight: sumOfLargest / draws,
  };
}
