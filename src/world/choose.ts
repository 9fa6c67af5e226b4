import type { RandomSource } from '../kernels/random.ts';

/** A whole number from 0 to `count` − 1. */
export const wholeNumber = (random: RandomSource, count: number): number =>
  Math.floor(random() * count);

/** One of the items; there must be one. */
export function pick<T>(random: RandomSource, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('nothing to pick from');
  return items[wholeNumber(random, items.length)];
}

/** The items in a random order (Fisher and Yates). */
export function shuffle<T>(random: RandomSource, items: readonly T[]): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = wholeNumber(random, last + 1);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/** 0, 1, … count − 1. */
export const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
