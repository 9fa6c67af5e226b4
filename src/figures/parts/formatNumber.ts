import { withMinus } from '../../ui/numberText.ts';

/** A number as it is printed: a true minus sign, and at most two decimals. */
export const formatNumber = (value: number): string =>
  withMinus(String(Math.round(value * 100) / 100));
