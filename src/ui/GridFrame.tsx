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
 * the one for which a browser lays nothing out anew.
 */
export function GridFrame(props: Props) {
  const { rows, columns, row, column, height = 1, width = 1, class: className = '' } = props;
  const style = {
    width: `${(100 * width) / columns}%`,
    height: `${(100 * height) / rows}%`,
    // Percentages of the frame's own size.
    transform: `translate(${(100 * column) / width}%, ${(100 * row) / height}%)`,
  };
  return <span class={`grid-frame ${className}`} style={style} aria-hidden="true" />;
}
