import type { PixelImage } from '../kernels/image.ts';

/**
 * Keeps what was computed from an image for each setting, for as long as the image is in use: a
 * slider then pays only for what it changes.
 */
export function perImage<Setting extends string | number, Value>(
  compute: (image: PixelImage, setting: Setting) => Value,
): (image: PixelImage, setting: Setting) => Value {
  const kept = new WeakMap<PixelImage, Map<Setting, Value>>();
  return (image, setting) => {
    const values = kept.get(image) ?? new Map<Setting, Value>();
    kept.set(image, values);
    if (!values.has(setting)) values.set(setting, compute(image, setting));
    return values.get(setting) as Value;
  };
}
