import { bitmapDataUri } from '../../ui/bitmap.ts';
import type { PixelImage } from '../../kernels/image.ts';
import { PATCH_COUNT, TOKEN_COUNT } from './model.ts';

/** The tokens along an axis: the class token's circle, then each patch's mean colour. */
export function TokenAxis({ colours, upright = false }: { colours: PixelImage; upright?: boolean }) {
  const { height: across, width: along } = { height: 1, width: TOKEN_COUNT };
  return (
    <svg
      class={`attention-axis ${upright ? 'attention-axis-upright' : ''}`}
      viewBox={upright ? `0 0 ${across} ${along}` : `0 0 ${along} ${across}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="attention-class-cell" width={1} height={1} />
      <image
        href={bitmapDataUri(upright ? { ...colours, height: PATCH_COUNT, width: 1 } : colours)}
        {...(upright ? { y: 1, width: 1, height: PATCH_COUNT } : { x: 1, width: PATCH_COUNT, height: 1 })}
        preserveAspectRatio="none"
      />
    </svg>
  );
}
