import { channelOf, createFeatureMap } from '../kernels/featureMap.ts';
import { conv2d } from '../kernels/convolution.ts';
import { createMatrix } from '../kernels/matrix.ts';

const INPUT_SIDE = 5;
export const KERNEL_SIDE = 3;
const OUTPUT_SIDE = INPUT_SIDE - KERNEL_SIDE + 1;

/** A slanting edge between dark and light, and a kernel that answers to vertical edges. */
export const input = createMatrix(
  INPUT_SIDE,
  INPUT_SIDE,
  // prettier-ignore
  new Float32Array([
    0, 0, 0, 1, 2,
    0, 0, 1, 2, 2,
    0, 0, 1, 2, 2,
    0, 1, 2, 2, 2,
    0, 1, 2, 2, 2,
  ]),
);
export const kernel = createMatrix(
  KERNEL_SIDE,
  KERNEL_SIDE,
  // prettier-ignore
  new Float32Array([
    -1, 0, 1,
    -2, 0, 2,
    -1, 0, 1,
  ]),
);

const convolved = conv2d(
  createFeatureMap(1, INPUT_SIDE, INPUT_SIDE, input.data),
  {
    outputChannels: 1,
    inputChannels: 1,
    kernelSize: KERNEL_SIDE,
    kernel: kernel.data,
    bias: new Float32Array(1),
  },
  { stride: 1, padding: 'none' },
);
export const output = channelOf(convolved, 0);

/** The output that is worked out, and with it the upper left corner of the window. */
export const step = { row: 1, column: 1 } as const;
export const result = output.data[step.row * OUTPUT_SIDE + step.column];

/** The products of the window with the kernel, a line for each row: [x, weight]. */
export const products = Array.from({ length: KERNEL_SIDE }, (_, row) =>
  Array.from({ length: KERNEL_SIDE }, (_column, column) => [
    input.data[(step.row + row) * INPUT_SIDE + step.column + column],
    kernel.data[row * KERNEL_SIDE + column],
  ]),
);

export const WIDTH = 400;
export const HEIGHT = 256;
export const CELL = 28;
const TOP = 28;
const GRID_MIDDLE = TOP + (INPUT_SIDE * CELL) / 2;

/** A square grid with its upper left corner, and the middle of the name above it. */
const place = (x: number, side: number) => ({ x, y: GRID_MIDDLE - (side * CELL) / 2 });
export const places = {
  input: place(1, INPUT_SIDE),
  kernel: place(188, KERNEL_SIDE),
  output: place(315, OUTPUT_SIDE),
};
export const names = {
  input: [1 + (INPUT_SIDE * CELL) / 2, 10],
  kernel: [188 + (KERNEL_SIDE * CELL) / 2, places.kernel.y - 18],
  output: [315 + (OUTPUT_SIDE * CELL) / 2, places.output.y - 18],
} as const;
export const signs = [
  [164.5, GRID_MIDDLE, '∗'],
  [293.5, GRID_MIDDLE, '='],
] as const;
export const sumY = TOP + INPUT_SIDE * CELL + 40;
