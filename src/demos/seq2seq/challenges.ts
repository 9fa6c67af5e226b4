import type { Derived } from './derive.ts';

/** An error below this is smaller than a tenth of a pixel. */
export const FINE_ERROR = 0.1;

export const challenges = {
  /** Enough location tokens that no box can be off by a tenth of a pixel, and no more than are needed. */
  fineEnough: ({ largestError, pixels, bins }: Derived) =>
    largestError <= FINE_ERROR && pixels / (bins - 2) / 2 > FINE_ERROR,
  /** A question of the same picture that the model answers wrongly. */
  caught: ({ verdict }: Derived) => verdict === 'wrong',
};
