/** A box by its corners: left, top, right, bottom. */
export type Corners = readonly [number, number, number, number];

/** How positions become tokens: `bins` of them, the first at 0 and the last at `size`. */
export interface LocationScale {
  /** How many location tokens there are, at least 2 */
  readonly bins: number;
  /** The length that they cover, in the unit of the boxes */
  readonly size: number;
}

/** OFA's own numbers: 1000 bins over 512 pixels, whatever the size of the image. */
export const OFA_LOCATIONS: LocationScale = { bins: 1000, size: 512 };

/** OFA's unified vocabulary: words of its byte-pair encoding, codes of its VQGAN, location bins. */
export const OFA_VOCABULARY = { text: 50265, codes: 8192, bins: OFA_LOCATIONS.bins } as const;

/** |V|: the sum of the parts. */
export const vocabularySize = (parts: { text: number; codes: number; bins: number }): number =>
  parts.text + parts.codes + parts.bins;

/**
 * The bin of a position u (OFA, arXiv 2202.03052): round((bins − 1) · u / size), half to even as
 * torch.round does; a position outside 0 … size gets the first or last bin.
 */
export function binOf(position: number, { bins, size }: LocationScale): number {
  requireScale(bins, size);
  const exact = ((bins - 1) * position) / size;
  return Math.min(bins - 1, Math.max(0, roundHalfToEven(exact)));
}

/** The position that a bin stands for: size · bin / (bins − 1). Throws a RangeError for one that is none. */
export function positionOf(bin: number, { bins, size }: LocationScale): number {
  requireScale(bins, size);
  if (!Number.isInteger(bin) || bin < 0 || bin >= bins) {
    throw new RangeError(`a bin is a whole number from 0 to ${bins - 1}, got ${bin}`);
  }
  return (size * bin) / (bins - 1);
}

/** The four bins of a box: left, top, right, bottom. */
export const boxToBins = (box: Corners, scale: LocationScale): Corners =>
  box.map((edge) => binOf(edge, scale)) as unknown as Corners;

/** The box of four bins. */
export const binsToBox = (bins: Corners, scale: LocationScale): Corners =>
  bins.map((bin) => positionOf(bin, scale)) as unknown as Corners;

/** How far an edge of a box inside the picture can lie from where its bin puts it: half a bin. */
export const largestError = ({ bins, size }: LocationScale): number => size / (bins - 1) / 2;

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function requireScale(bins: number, size: number): void {
  if (!Number.isInteger(bins) || bins < 2) {
    throw new RangeError(`there must be at least 2 bins, got ${bins}`);
  }
  if (!(size > 0)) throw new RangeError(`the size must be positive, got ${size}`);
}
