import { heatPaths } from './heatLevels.ts';

interface Props {
  rows: number;
  columns: number;
  /** Row-major, rows × columns; not negative. */
  values: ArrayLike<number>;
  /** The value of the full colour. */
  maximum: number;
}

/** The cells of a heat map as SVG, to be laid over a picture: one path a shade, one unit a cell. */
export function HeatCells({ rows, columns, values, maximum }: Props) {
  return (
    <>
      {heatPaths(values, rows, columns, maximum).map(({ path, level }, index) => (
        <path key={index} class={`heat-${level}`} d={path} />
      ))}
    </>
  );
}
