import type { PixelImage } from '../../kernels/image.ts';
import { bitmapDataUri } from '../../ui/bitmap.ts';
import { memo } from '../../ui/memo.tsx';
import { PATCH_COUNT, TOKEN_COUNT } from './model.ts';

interface Props {
  colours: PixelImage;
  upright?: boolean;
}

/** The tokens along an axis: first the class token, then each patch's mean colour. */
export const TokenAxis = memo(function TokenAxis({ colours, upright = false }: Props) {
  const size = { width: TOKEN_COUNT, height: 1 };
  return (
    <svg
      class="attention-axis"
      viewBox={upright ? `0 0 ${size.height} ${size.width}` : `0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <g transform={upright ? 'matrix(0 1 1 0 0 0)' : undefined}>
        <rect class="attention-class-cell" width={1} height={1} />
        <image
          href={bitmapDataUri(colours)}
          x={1}
          width={PATCH_COUNT}
          height={1}
          preserveAspectRatio="none"
        />
      </g>
    </svg>
  );
});
