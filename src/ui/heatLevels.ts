/** How many shades a heat map has; heatOverlay.css says how dense each is. */
export const HEAT_LEVELS = 16;

/**
 * Sorts the cells of a matrix into shades and returns one SVG path a shade (one unit a cell).
 * A value v in (0, maximum] has shade ⌈16·v/maximum⌉; zero and less has none. A run of equal cells
 * in a row is one line, one unit thick, through the middle of the row: half the bytes of a rectangle.
 */
export function heatLevels(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  maximum: number,
): string[] {
  const paths = Array.from({ length: HEAT_LEVELS }, () => '');
  const shade = (index: number) =>
    maximum > 0 ? Math.min(HEAT_LEVELS, Math.ceil((HEAT_LEVELS * values[index]!) / maximum)) : 0;
  for (let row = 0; row < rows; row++) {
    let column = 0;
    while (column < columns) {
      const level = shade(row * columns + column);
      const start = column;
      while (column < columns && shade(row * columns + column) === level) column++;
      if (level > 0) paths[level - 1] += `M${start} ${row}.5h${column - start}`;
    }
  }
  return paths;
}

/**
 * The shades that have cells, from light to dark, 1…16. Drawn in this order, without a place kept for
 * each shade, a change of the numbers changes attributes and hardly ever elements.
 */
export function heatPaths(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  maximum: number,
): { path: string; level: number }[] {
  return heatLevels(values, rows, columns, maximum)
    .map((path, index) => ({ path, level: index + 1 }))
    .filter(({ path }) => path !== '');
}
