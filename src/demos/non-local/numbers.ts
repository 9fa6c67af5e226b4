import { decimal, superscript, withMinus } from '../../ui/numberText.ts';

/** A number in three digits, whatever its size: 0.0603, 5.74×10⁻⁷. */
export function significant(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e4) return withMinus(String(Number(value.toPrecision(3))));
  const [mantissa, exponent] = value.toExponential(2).split('e');
  return `${withMinus(mantissa)}×10${superscript(Number(exponent))}`;
}

export const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** A sum of float32 weights: three decimals hide what rounding left over. */
export const total = (value: number): string => decimal(value, 3);
