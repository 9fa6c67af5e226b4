/** Tokens of the prefix and of the text in the drawing; the real ones are more. */
export const PREFIX = 5;
export const TEXT = 6;
const COUNT = PREFIX + TEXT;
export const CELL = 20;
export const LEFT = 70;
export const TOP = 52;
export const WIDTH = LEFT + COUNT * CELL + 30;
export const HEIGHT = TOP + COUNT * CELL + 4;

const cells = Array.from({ length: COUNT ** 2 }, (_, index) => ({
  row: Math.floor(index / COUNT),
  column: index % COUNT,
}));

/** Whether the token of a row may read that of a column (src/vlm/decoder.ts, prefixMask). */
const isSeen = ({ row, column }: { row: number; column: number }): boolean =>
  column < Math.max(row + 1, PREFIX);

const centre = ({ row, column }: { row: number; column: number }) =>
  [LEFT + (column + 0.5) * CELL, TOP + (row + 0.5) * CELL] as const;

export const seenOfPrefix = cells
  .filter((cell) => isSeen(cell) && cell.column < PREFIX)
  .map(centre);
export const seenOfText = cells.filter((cell) => isSeen(cell) && cell.column >= PREFIX).map(centre);
export const unseen = cells.filter((cell) => !isSeen(cell)).map(centre);

/** The middles of the two groups, along either axis. */
export const middles = {
  prefix: (PREFIX / 2) * CELL,
  text: (PREFIX + TEXT / 2) * CELL,
};
