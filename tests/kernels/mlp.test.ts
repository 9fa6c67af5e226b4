import { describe, expect, it } from 'vitest';
import { complementaryErrorFunction, gelu, geluMatrix } from '../../src/kernels/gelu.ts';
import { linear, linearBackward } from '../../src/kernels/linear.ts';
import { createMatrix } from '../../src/kernels/matrix.ts';
import { FINITE_DIFFERENCE_TOLERANCE, finiteDifferences, weightedSum } from './finiteDifference.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('linear', () => {
  const golden = new GoldenCase('mlp', 'linear');
  const x = golden.matrix('x');
  const layer = { weight: golden.matrix('weight'), bias: golden.vector('bias') };
  const upstream = golden.matrix('outputGradient');
  const gradient = linearBackward(x, layer, upstream);

  it('equals PyTorch, forward and backward', () => {
    golden.expect('output', linear(x, layer));
    golden.expect('gradient:x', gradient.input);
    golden.expect('gradient:weight', gradient.weight);
    golden.expect('gradient:bias', gradient.bias);
  });

  it('has the gradients that finite differences measure', () => {
    const loss = () => weightedSum(linear(x, layer).data, upstream.data);
    const tolerance = FINITE_DIFFERENCE_TOLERANCE;
    expectClose(gradient.input.data, finiteDifferences(x.data, loss), 'x', tolerance);
    expectClose(gradient.weight.data, finiteDifferences(layer.weight.data, loss), 'W', tolerance);
    expectClose(gradient.bias, finiteDifferences(layer.bias, loss), 'b', tolerance);
  });

  it('refuses a gradient of another shape', () => {
    expect(() => linearBackward(x, layer, x)).toThrow('outputGradient must be 4×5, got 4×3');
  });
});

describe('gelu', () => {
  it('equals PyTorch from −8 to 8', () => {
    const golden = new GoldenCase('mlp', 'gelu');
    const x = golden.vector('x');
    golden.expect('output', geluMatrix(createMatrix(1, x.length, x)).data);
  });

  it('is precise far out in the tail, where 1 + erf would cancel', () => {
    // Python: math.erfc(x)
    const erfc = { 0: 1, 0.5: 0.4795001221869535, 1: 0.15729920705028513, 3: 2.209049699858544e-5 };
    for (const [x, value] of Object.entries(erfc)) {
      expect(Math.abs(complementaryErrorFunction(Number(x)) / value - 1)).toBeLessThan(1e-8);
    }
    expect(Math.abs(complementaryErrorFunction(8) / 1.1224297172982928e-29 - 1)).toBeLessThan(1e-8);
    expect(complementaryErrorFunction(-1)).toBeCloseTo(1.8427007929497148, 8);
  });

  it('gelu(x) − gelu(−x) = x', () => {
    for (let x = -6; x <= 6; x += 0.25) expect(gelu(x) - gelu(-x)).toBeCloseTo(x, 12);
  });
});
