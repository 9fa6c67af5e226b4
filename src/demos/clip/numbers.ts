import type { Share } from '../../inference/retrieval.ts';
import { percent } from '../../ui/numberText.ts';

/** 98.0% ± 1.4%; where nothing failed, or everything, there is no error to estimate: 100% (20/20). */
export const share = ({ value, standardError, count }: Share): string =>
  value > 0 && value < 1
    ? `${percent(value)} ± ${percent(standardError)}`
    : `${percent(value)} (${Math.round(value * count)}/${count})`;

/** The ends of a list of numbers. */
export const extremes = (values: Float32Array): [number, number] => [
  Math.min(...values),
  Math.max(...values),
];
