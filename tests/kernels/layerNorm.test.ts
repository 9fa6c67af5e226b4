import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerNorm, layerNormBackward } from '../../src/kernels/layerNorm.ts';
import { mapMatrix, rowOf } from '../../src/kernels/matrix.ts';
import { matrix } from './arbitraries.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('layerNorm', () => {
  const golden = new GoldenCase('layer_norm', 'plain');
  const x = golden.matrix('x');
  const layer = { scale: golden.vector('scale'), bias: golden.vector('bias') };
  const upstream = golden.matrix('outputGradient');
  const gradient = layerNormBackward(x, layer, upstream);

  it('equals PyTorch, forward and backward', () => {
    golden.expect('output', layerNorm(x, layer));
    golden.expect('gradient:x', gradient.input);
    golden.expect('gradient:scale', gradient.scale);
    golden.expect('gradient:bias', gradient.bias);
  });

  it('has the gradients that finite differences measure', () => {
    const loss = () => weightedSum(layerNorm(x, layer).data, upstream.data);
    const tolerance = FINITE_DIFFERENCE_TOLERANCE;
    expectClose(gradient.input.data, finiteDifferences(x.data, loss), 'x', tolerance);
    expectClose(gradient.scale, finiteDifferences(layer.scale, loss), 'scale', tolerance);
    expectClose(gradient.bias, finiteDifferences(layer.bias, loss), 'bias', tolerance);
  });

  const neutral = { scale: new Float32Array(6).fill(1), bias: new Float32Array(6) };

  it('gives each row mean 0 and variance 1, whatever its scale and shift', () => {
    fc.assert(
      fc.property(matrix(3, 6, 8), (input) => {
        const spread = (row: Float32Array) => Math.max(...row) - Math.min(...row);
        fc.pre([0, 1, 2].every((row) => spread(rowOf(input, row)) > 0.5));
        const output = layerNorm(input, neutral);
        for (let row = 0; row < 3; row++) {
          const values = rowOf(output, row);
          expect(values.reduce((a, b) => a + b, 0) / 6).toBeCloseTo(0, 5);
          expect(values.reduce((a, b) => a + b * b, 0) / 6).toBeCloseTo(1, 3);
        }
        const moved = mapMatrix(input, (value) => 4 * value + 2);
        expectClose(layerNorm(moved, neutral).data, output.data, 'moved', 1e-3);
      }),
    );
  });

  it('keeps a constant row finite', () => {
    expect(
      [
        ...layerNorm(
          mapMatrix(x, () => 3),
          neutral,
        ).data,
      ].every((value) => value === 0),
    ).toBe(true);
  });

  it('refuses a layer of another width', () => {
    const narrow = { scale: new Float32Array(5), bias: new Float32Array(6) };
    expect(() => layerNorm(x, narrow)).toThrow(
      'of 6 channels needs as many scales and biases, got 5',
    );
  });
});
