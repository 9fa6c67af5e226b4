/** Objects of the harbour, as a detector might box them, in shares of the picture: x1, y1, x2, y2. */
export const HARBOUR_REGIONS = {
  boat: [0.16, 0.17, 0.8, 0.82],
  sun: [0.7, 0.09, 0.9, 0.29],
  clouds: [0.04, 0.04, 0.3, 0.18],
} as const;

export type HarbourRegion = keyof typeof HARBOUR_REGIONS;

/** The number of a region: its place in the list. */
export const regionNumber = (region: HarbourRegion) => Object.keys(HARBOUR_REGIONS).indexOf(region);
