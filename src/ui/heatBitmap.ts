import { indexedBitmapUri, type Rgb } from './bitmap.ts';

/*
 * Heat maps as bitmaps of 16 colours: a map of a few hundred cells weighs a hundred bytes or two in
 * a compressed page, a tenth of what its squares weigh as SVG. The colours are those of notation.css
 * (--heat-from, --heat-to, --heat-negative-to) in the light theme; maps.css turns them for the dark.
 */
export const HEAT_FROM: Rgb = [0xe8, 0xf1, 0xf8];
export const HEAT_TO: Rgb = [0x00, 0x3a, 0x63];
export const HEAT_NEGATIVE_TO: Rgb = [0x8c, 0x2d, 0x04];

const SHADES = 15;
const SIGNED_SHADES = 7;

const mix = (to: Rgb, share: number): Rgb => {
  const channel = (index: 0 | 1 | 2) =>
    Math.round(HEAT_FROM[index] + share * (to[index] - HEAT_FROM[index]));
  return [channel(0), channel(1), channel(2)];
};
const PALETTE = Array.from({ length: SHADES + 1 }, (_, shade) => mix(HEAT_TO, shade / SHADES));
const SIGNED_PALETTE = Array.from({ length: 2 * SIGNED_SHADES + 1 }, (_, index) => {
  const shade = index - SIGNED_SHADES;
  return mix(shade < 0 ? HEAT_NEGATIVE_TO : HEAT_TO, Math.abs(shade) / SIGNED_SHADES);
});

/** Numbers from 0 to `maximum` in 16 shades; whatever is above zero is seen to be so. */
export function heatBitmap(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  maximum: number,
): string {
  const shades = Array.from(values, (value) =>
    maximum > 0 ? Math.min(SHADES, Math.max(0, Math.ceil((SHADES * value) / maximum))) : 0,
  );
  return indexedBitmapUri(shades, rows, columns, PALETTE);
}

/** Numbers from −`maximum` to `maximum` in 7 shades of either hue around the background. */
export function signedHeatBitmap(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  maximum: number,
): string {
  const shades = Array.from(values, (value) => {
    const shade = maximum > 0 ? Math.round((SIGNED_SHADES * value) / maximum) : 0;
    return SIGNED_SHADES + Math.min(SIGNED_SHADES, Math.max(-SIGNED_SHADES, shade));
  });
  return indexedBitmapUri(shades, rows, columns, SIGNED_PALETTE);
}

export function largest(values: ArrayLike<number>): number {
  let result = 0;
  for (let index = 0; index < values.length; index++)
    result = Math.max(result, Math.abs(values[index]));
  return result;
}
