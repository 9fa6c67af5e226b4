import { HeatCells } from './HeatCells.tsx';
import { PICTURE_SIDE } from '../images/picture.ts';
import { memo } from './memo.tsx';

interface Props {
  rows: number;
  columns: number;
  /** Row-major, rows × columns; negative ones are drawn in the other hue, with a line through them. */
  values: ArrayLike<number>;
}

/**
 * A heat map over a picture, to be put inside a `PictureView`: the larger the magnitude, the less of
 * the picture shows through; zero leaves it as it is.
 */
export const HeatOverlay = memo(function HeatOverlay({ rows, columns, values }: Props) {
  const cells = Array.from(values);
  const maximum = Math.max(...cells.map(Math.abs));
  const isSigned = cells.some((value) => value < 0);
  return (
    <g class="heat-overlay" transform={`scale(${PICTURE_SIDE / columns} ${PICTURE_SIDE / rows})`}>
      <HeatCells rows={rows} columns={columns} values={cells} maximum={maximum} />
      {isSigned && (
        <g class="heat-negative">
          <HeatCells
            rows={rows}
            columns={columns}
            values={cells.map((value) => -value)}
            maximum={maximum}
          />
        </g>
      )}
    </g>
  );
});
