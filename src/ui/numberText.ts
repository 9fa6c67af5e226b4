/* How numbers are printed, the same in both languages. */

/** With a true minus sign, and none before zero. */
export const decimal = (value: number, digits: number): string => withMinus(value.toFixed(digits));

/** A number's text with a true minus sign for its hyphen, and none before zero. */
export const withMinus = (text: string): string => text.replace('-', Number(text) === 0 ? '' : '−');

/** A share of one in percent; what is small but there is not 0.0%. */
export const percent = (share: number): string =>
  share > 0 && share < 0.0005 ? '<0.1%' : `${(100 * share).toFixed(1)}%`;

/** An integer as an exponent: ⁻¹². */
export const superscript = (exponent: number): string =>
  String(exponent).replace(/./g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]));

/** 0, 0.123, or 3·10⁻⁸ for what is nearly nothing; not negative. */
export function tiny(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.001) return value.toFixed(3);
  const [mantissa, exponent] = value.toExponential(0).split('e');
  return `${mantissa}·10${superscript(Number(exponent))}`;
}
