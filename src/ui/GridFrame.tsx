interface Props {
  /** Of the grid over whose box the frame lies. */
  rows: number;
  columns: number;
  /** The upper left of the framed cells, from 0, and how many they are. */
  row: number;
  column: number;
  height?: number;
  width?: number;
  class?: string;
}

/**
 * A frame around cells of a grid, which may be stretched. To move it is to transform it: of all ways
 * the one for which a browser lays nothing out anew. It stands in the last cells of a box as large as
 * the grid, and the box is moved, to the left and up: parts of a large box stay exact where a browser
 * counts its size in whole pixels, and what is moved so is nothing to scroll to.
 */
export function GridFrame(props: Props) {
  const { rows, columns, row, column, height = 1, width = 1, class: className = '' } = props;
  const left = -(100 * (columns - column - width)) / columns;
  const up = -(100 * (rows - row - height)) / rows;
  return (
    <span
      class={`grid-frame ${className}`}
      style={{ transform: `translate(${left}%, ${up}%)` }}
      aria-hidden="true"
    >
      <span style={{ width: `${(100 * width) / columns}%`, height: `${(100 * height) / rows}%` }} />
    </span>
  );
}
