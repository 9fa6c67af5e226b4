import { channelOf, createFeatureMap, type FeatureMap } from './featureMap.ts';

/** The largest value of each size × size window, stride = size; a rest at the border is dropped. */
export function maxPool2d(input: FeatureMap, size: number): FeatureMap {
  const output = createFeatureMap(
    input.channels,
    Math.floor(input.height / size),
    Math.floor(input.width / size),
  );
  output.data.fill(-Infinity);
  for (let c = 0; c < input.channels; c++) {
    for (let row = 0; row < output.height * size; row++) {
      for (let column = 0; column < output.width * size; column++) {
        const cell = Math.floor(row / size) * output.width + Math.floor(column / size);
        const index = c * output.height * output.width + cell;
        const value = input.data[(c * input.height + row) * input.width + column];
        output.data[index] = Math.max(output.data[index], value);
      }
    }
  }
  return output;
}

/** The mean of each channel: C numbers that no circular shift of the map can change. */
export function globalAveragePool(input: FeatureMap): Float32Array {
  return Float32Array.from({ length: input.channels }, (_, c) => {
    const sum = channelOf(input, c).data.reduce((a, b) => a + b, 0);
    return sum / (input.height * input.width);
  });
}
