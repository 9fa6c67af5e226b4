import { PICTURE_SIDE } from '../images/picture.ts';
import { memo } from './memo.tsx';

interface Props {
  rows: number;
  columns: number;
}

/** The lines between the patches, over a picture. */
export const PatchGrid = memo(function PatchGrid({ rows, columns }: Props) {
  const lines = (count: number, draw: (position: number) => string) =>
    Array.from({ length: count - 1 }, (_, index) =>
      draw(((index + 1) * PICTURE_SIDE) / count),
    ).join('');
  return (
    <path
      class="patch-grid"
      d={
        lines(rows, (position) => `M0 ${position}H${PICTURE_SIDE}`) +
        lines(columns, (position) => `M${position} 0V${PICTURE_SIDE}`)
      }
    />
  );
});
