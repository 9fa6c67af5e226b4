import type { Picture } from '../../images/picture.ts';
import { memo } from '../../ui/memo.tsx';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { PICTURE_SIDE } from '../../images/picture.ts';
import { PictureContent } from '../../ui/PictureView.tsx';
import { GRID_SIDE } from './model.ts';

interface Props {
  picture: Picture;
  /** Place i shows patch order[i]. */
  order: number[];
  label: string;
  /** Unique on the page: the picture is drawn once under this id and shown through each patch's window. */
  id: string;
}

const SIDE = PICTURE_SIDE / GRID_SIDE;
const placeOf = (index: number) => ({
  x: ((index % GRID_SIDE) * SIDE).toFixed(1),
  y: (Math.floor(index / GRID_SIDE) * SIDE).toFixed(1),
});

/** The picture with its patches in another order. */
export const ShuffledPicture = memo(function ShuffledPicture(props: Props) {
  const { picture, order, label, id } = props;
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${PICTURE_SIDE} ${PICTURE_SIDE}`}
      role="img"
      aria-label={label}
    >
      <symbol id={id} overflow="visible">
        <PictureContent picture={picture} />
      </symbol>
      {order.map((from, to) => {
        const source = placeOf(from);
        const side = SIDE.toFixed(1);
        return (
          <svg
            key={to}
            {...placeOf(to)}
            width={side}
            height={side}
            viewBox={`${source.x} ${source.y} ${side} ${side}`}
          >
            <use href={`#${id}`} />
          </svg>
        );
      })}
      <PatchGrid rows={GRID_SIDE} columns={GRID_SIDE} />
    </svg>
  );
});
