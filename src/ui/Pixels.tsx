import type { PixelImage } from '../kernels/image.ts';
import { bitmapDataUri } from './bitmap.ts';
import { memo } from './memo.tsx';

interface Props {
  image: PixelImage;
  /** What is seen, for readers who do not see it. */
  label: string;
}

/** A small image, as wide as its place, its pixels as squares. */
export const Pixels = memo(function Pixels({ image, label }: Props) {
  const { width, height } = image; // so that its place is kept before it has arrived
  return <img class="pixels" {...{ width, height }} src={bitmapDataUri(image)} alt={label} />;
});
