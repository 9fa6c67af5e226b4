/** A share of one, in whole percent; the same in both languages. */
export const percent = (share: number) => `${(100 * share).toFixed(0)}%`;
