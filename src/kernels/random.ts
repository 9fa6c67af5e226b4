import { createMatrix, mapMatrix, type Matrix } from './matrix.ts';

/** A source of numbers; each call gives the next one. */
export type RandomSource = () => number;

/**
 * Uniform numbers in [0, 1), the same sequence for the same seed on every machine:
 * Tommy Ettinger's mulberry32, which needs 32-bit integers only.
 */
export function uniformSource(seed: number): RandomSource {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers by the Box–Muller transform of two uniform ones. */
export function normalSource(seed: number): RandomSource {
  const uniform = uniformSource(seed);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform())); // 1 − u lies in (0, 1]: no log 0
    return radius * Math.cos(2 * Math.PI * uniform());
  };
}

/** A matrix of independent normal numbers with mean 0. */
export function randomMatrix(
  rows: number,
  columns: number,
  seed: number,
  standardDeviation = 1,
): Matrix {
  const normal = normalSource(seed);
  return mapMatrix(createMatrix(rows, columns), () => standardDeviation * normal());
}
