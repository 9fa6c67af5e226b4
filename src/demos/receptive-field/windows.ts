import { outputLength } from '../../kernels/convolution.ts';
import {
  type ConvolutionLayer,
  type PixelRange,
  receptiveField,
  receptiveFieldWindow,
} from '../../kernels/receptiveField.ts';
import { GRID } from './state.ts';

/** A rectangle of the grid, in cells. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const lengthOf = ({ first, last }: PixelRange) => last - first + 1;

export const boxOf = (rows: PixelRange, columns: PixelRange): Box => ({
  left: columns.first,
  top: rows.first,
  width: lengthOf(columns),
  height: lengthOf(rows),
});

/** The smallest box around the positions of the grid whose value is above 0. */
export function supportOf(values: Float32Array): Box {
  const rows = rangeOf(values, (index) => Math.floor(index / GRID));
  const columns = rangeOf(values, (index) => index % GRID);
  return boxOf(rows, columns);
}

function rangeOf(values: Float32Array, coordinate: (index: number) => number): PixelRange {
  const range = { first: GRID, last: -1 };
  values.forEach((value, index) => {
    if (!(value > 0)) return;
    range.first = Math.min(range.first, coordinate(index));
    range.last = Math.max(range.last, coordinate(index));
  });
  return range;
}

/** The output nearest to the picked position, and the pixel that its window is centred on. */
export function outputAt(position: number, layers: readonly ConvolutionLayer[]) {
  const { jump } = receptiveField(layers);
  const last = outputSide(layers) - 1;
  const nearest = (pixel: number) => Math.min(last, Math.round(pixel / jump));
  const row = nearest(Math.floor(position / GRID));
  const column = nearest(position % GRID);
  return { row, column, centreRow: row * jump, centreColumn: column * jump };
}

/** The side of the map that a stack of zero-padded layers makes of the grid. */
export const outputSide = (layers: readonly ConvolutionLayer[]): number =>
  layers.reduce(
    (side, { kernelSize, stride }) => outputLength(side, kernelSize, { stride, padding: 'zeros' }),
    GRID,
  );

/** What the first 1, 2, … L layers let the pixel at the centre depend on, clipped at the border. */
export function nestedWindows(
  layers: readonly ConvolutionLayer[],
  centreRow: number,
  centreColumn: number,
): Box[] {
  return layers.map((_, index) => {
    const below = layers.slice(0, index + 1);
    const { jump } = receptiveField(below); // divides the centre, for it divides the last layer's jump
    return boxOf(
      receptiveFieldWindow(below, centreRow / jump, GRID),
      receptiveFieldWindow(below, centreColumn / jump, GRID),
    );
  });
}

/** How many layers of one kind the output at a position needs before its window holds the whole grid. */
export function layersToReachAll(position: number, layer: ConvolutionLayer): number {
  const layers = [layer];
  for (;;) {
    const { row, column } = outputAt(position, layers);
    const isAll = [row, column].every(
      (index) => lengthOf(receptiveFieldWindow(layers, index, GRID)) === GRID,
    );
    if (isAll) return layers.length;
    layers.push(layer); // ends: each layer widens the window by at least k − 1
  }
}
