import { describe, expect, it } from 'vitest';
import { encoderBlock, type EncoderBlockWeights } from '../../src/kernels/encoderBlock.ts';
import { createMatrix, permuteRows } from '../../src/kernels/matrix.ts';
import { blockWeights } from './goldenBlock.ts';
import { expectClose, GoldenCase } from './golden.ts';

describe('encoderBlock', () => {
  const golden = new GoldenCase('encoder_block', 'block');
  const z = golden.matrix('z');
  const weights = blockWeights(golden);

  it('equals PyTorch', () => {
    const result = encoderBlock(z, weights, 2);
    const joined = result.attention.heads.flatMap((head) => [...head.weights.data]);
    golden.expect('weights', Float32Array.from(joined));
    golden.expect('output', result.output);
  });

  it('is the identity if both branches end in zero', () => {
    const zero = (inputs: number, outputs: number) => ({
      weight: createMatrix(inputs, outputs),
      bias: new Float32Array(outputs),
    });
    const silent: EncoderBlockWeights = {
      ...weights,
      attention: { ...weights.attention, output: zero(8, 8) },
      mlpOutput: zero(12, 8),
    };
    const result = encoderBlock(z, silent, 2);
    expect(result.afterAttention).toEqual(z);
    expect(result.output).toEqual(z);
  });

  it('is equivariant to a permutation of the tokens', () => {
    const order = [3, 0, 4, 2, 1];
    const permuted = encoderBlock(permuteRows(z, order), weights, 2).output;
    expectClose(permuted.data, permuteRows(encoderBlock(z, weights, 2).output, order).data);
  });
});
