/** A number as it is printed, the same in both languages: with a true minus sign, and none before zero. */
export const decimal = (value: number, digits: number): string => withMinus(value.toFixed(digits));

/** A number's text with a true minus sign for its hyphen, and none before zero. */
export const withMinus = (text: string): string => text.replace('-', Number(text) === 0 ? '' : '−');
