/** What a chapter page may weigh, gzipped, before a reader touches it; in bytes. */
export const BUDGETS = {
  html: 60_000,
  css: 30_000,
  javascript: 35_000,
} as const;

/** The kinds of file that have a budget. */
export type Budgeted = keyof typeof BUDGETS;
