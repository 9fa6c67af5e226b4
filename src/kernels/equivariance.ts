import { createFeatureMap, type FeatureMap, rollFeatureMap } from './featureMap.ts';
import { type Matrix, permuteRows } from './matrix.ts';

/** A layer, or a whole network, from feature map to feature map. */
export type MapLayer = (input: FeatureMap) => FeatureMap;

/**
 * How far a layer is from translation equivariance, f(T x) = T′ f(x): T moves the input down by
 * `shift` rows (what leaves below enters above), T′ moves the output by whole rows. The result is
 * the largest |f(T x) − T′ f(x)| for the best T′, divided by the largest |f(x)|; 0 means exactly equivariant.
 * `margin` leaves out so many rows and columns of the output along each border.
 */
export function shiftEquivarianceGap(
  layer: MapLayer,
  input: FeatureMap,
  shift: number,
  margin = 0,
): number {
  const output = layer(input);
  const outputOfShifted = layer(rollFeatureMap(input, shift, 0));
  const gaps = Array.from({ length: output.height }, (_, outputShift) => {
    const shiftedOutput = rollFeatureMap(output, outputShift, 0);
    return largestDifference(
      withoutBorder(outputOfShifted, margin).data,
      withoutBorder(shiftedOutput, margin).data,
    );
  });
  return Math.min(...gaps) / largestMagnitude(output.data);
}

/**
 * How far a layer is from translation invariance, f(T x) = f(x): ‖f(T x) − f(x)‖ / ‖f(x)‖,
 * T as in shiftEquivarianceGap. `layer` returns its output as a flat list of numbers.
 */
export function shiftInvarianceGap(
  layer: (input: FeatureMap) => Float32Array,
  input: FeatureMap,
  shift: number,
): number {
  const output = layer(input);
  const outputOfShifted = layer(rollFeatureMap(input, shift, 0));
  const difference = output.map((value, index) => outputOfShifted[index] - value);
  return Math.hypot(...difference) / Math.hypot(...output);
}

/**
 * How far a layer on tokens is from permutation equivariance, f(Π X) = Π f(X): the largest
 * |f(Π X) − Π f(X)|, divided by the largest |f(X)|. Row i of Π X is row order[i] of X [N × D].
 */
export function permutationEquivarianceGap(
  layer: (tokens: Matrix) => Matrix,
  tokens: Matrix,
  order: readonly number[],
): number {
  const output = layer(tokens);
  const outputOfPermuted = layer(permuteRows(tokens, order));
  const permutedOutput = permuteRows(output, order);
  return (
    largestDifference(outputOfPermuted.data, permutedOutput.data) / largestMagnitude(output.data)
  );
}

function withoutBorder(map: FeatureMap, margin: number): FeatureMap {
  const height = map.height - 2 * margin;
  const width = map.width - 2 * margin;
  if (height < 1 || width < 1) {
    throw new RangeError(
      `a margin of ${margin} leaves nothing of a ${map.height}×${map.width} map`,
    );
  }
  const inside = createFeatureMap(map.channels, height, width);
  for (let c = 0; c < map.channels; c++) {
    for (let row = 0; row < height; row++) {
      const start = (c * map.height + row + margin) * map.width + margin;
      inside.data.set(map.data.subarray(start, start + width), (c * height + row) * width);
    }
  }
  return inside;
}

function largestDifference(left: Float32Array, right: Float32Array): number {
  return left.reduce((largest, value, i) => Math.max(largest, Math.abs(value - right[i])), 0);
}

function largestMagnitude(values: Float32Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
