import { describe, expect, it } from 'vitest';
import { outputLength } from '../../src/kernels/convolution.ts';
import {
  convolutionFlops,
  convolutionParameters,
  fullyConnectedParameters,
} from '../../src/kernels/convolutionCost.ts';

const size = { inputChannels: 3, outputChannels: 64, kernelSize: 7 };

describe('the cost of a convolution', () => {
  it('is that of nn.Conv2d(3, 64, 7)', () => {
    expect(convolutionParameters(size)).toBe(64 * 3 * 49 + 64);
  });

  it('is 2 operations for each weight and position: 118 million multiply-adds in the stem of ResNet', () => {
    const length = outputLength(224, 7, { stride: 2, padding: 'zeros' });
    expect(length).toBe(112);
    expect(convolutionFlops(size, length, length)).toBe(2 * 118_013_952);
  });

  it('is that of a fully connected layer for a 1 × 1 kernel on one position', () => {
    const pointwise = { ...size, kernelSize: 1 };
    expect(convolutionParameters(pointwise)).toBe(fullyConnectedParameters(3, 64));
  });
});
