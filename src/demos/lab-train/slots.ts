/** The names under which the runs of this demo are saved. */
export const SLOTS = ['lab-train', 'lab-train-beside'] as const;
