/** How numbers of this demo are written, the same in both languages. */

/** With a true minus sign. */
export const decimal = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');

export const percent = (share: number) => `${(100 * share).toFixed(0)}%`;
