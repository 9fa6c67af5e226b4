import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionRollout } from '../../src/kernels/attentionRollout.ts';
import { createImage, type PixelImage } from '../../src/kernels/image.ts';
import {
  createMatrix,
  identityMatrix,
  type Matrix,
  permuteRows,
  rowOf,
} from '../../src/kernels/matrix.ts';
import { countParameters } from '../../src/kernels/modelCost.ts';
import { patchify, unpatchify } from '../../src/kernels/patchEmbedding.ts';
import { softmaxRows } from '../../src/kernels/softmax.ts';
import {
  visionTransformer,
  type VisionTransformerParameters,
  type VisionTransformerResult,
} from '../../src/kernels/visionTransformer.ts';
import { initialVisionTransformer } from '../../src/kernels/visionTransformerInit.ts';
import { image, matrix, permutation } from './arbitraries.ts';
import { expectClose, GoldenCase } from './golden.ts';
import { blockWeights } from './goldenBlock.ts';

const CONFIG = {
  name: 'tiny',
  layers: 2,
  width: 8,
  mlpWidth: 12,
  heads: 2,
  patchSize: 4,
  imageSize: 8,
  channels: 3,
  classes: 3,
};

const stored = new GoldenCase('vision_transformer', 'parameters');
const parameters: VisionTransformerParameters = {
  patchProjection: stored.linear('patch_projection'),
  classToken: stored.vector('class_token'),
  positionEmbedding: stored.matrix('position_embedding'),
  blocks: [0, 1].map((layer) => blockWeights(stored, `blocks.${layer}.`)),
  finalNorm: stored.layerNorm('final_norm'),
  head: stored.linear('head'),
};
const withoutPosition = { ...parameters, positionEmbedding: createMatrix(5, 8) };

function attentionOf(result: VisionTransformerResult): Matrix[][] {
  return result.blocks.map((block) => block.attention.heads.map((head) => head.weights));
}

function shufflePatches(picture: PixelImage, order: readonly number[]): PixelImage {
  return unpatchify(permuteRows(patchify(picture, 4), order), picture, 4);
}

describe('visionTransformer', () => {
  const golden = new GoldenCase('vision_transformer', 'forward');
  const picture = golden.image('image');
  const result = visionTransformer(picture, parameters, CONFIG);

  it('equals PyTorch', () => {
    const weights = attentionOf(result)
      .flat()
      .flatMap((head) => [...head.data]);
    golden.expect('weights', Float32Array.from(weights));
    golden.expect('representation', result.representation);
    golden.expect('logits', result.logits);
    const mean = visionTransformer(picture, parameters, CONFIG, 'mean');
    golden.expect('meanRepresentation', mean.representation);
    golden.expect('meanLogits', mean.logits);
  });

  it('returns z_0 … z_L, the class token first', () => {
    expect(result.tokens.map(({ rows, columns }) => [rows, columns])).toEqual([
      [5, 8],
      [5, 8],
      [5, 8],
    ]);
    expect(result.tokens.slice(1)).toEqual(result.blocks.map((block) => block.output));
    const first = rowOf(result.tokens[0], 0);
    const position = rowOf(parameters.positionEmbedding, 0);
    expectClose(
      first,
      parameters.classToken.map((value, index) => value + position[index]),
    );
  });

  it('without position, shuffling the patches changes no output', () => {
    fc.assert(
      fc.property(image(8, 8, 3), permutation(4), (original, order) => {
        for (const representedBy of ['class', 'mean'] as const) {
          const before = visionTransformer(original, withoutPosition, CONFIG, representedBy);
          const shuffled = shufflePatches(original, order);
          const after = visionTransformer(shuffled, withoutPosition, CONFIG, representedBy);
          expectClose(after.logits, before.logits, 'logits', 1e-4);
        }
      }),
    );
  });

  it('with position, it does: hundreds of times more than rounding', () => {
    const { logits } = visionTransformer(shufflePatches(picture, [3, 2, 1, 0]), parameters, CONFIG);
    const differences = logits.map((value, index) => Math.abs(value - result.logits[index]));
    expect(Math.max(...differences)).toBeGreaterThan(3e-4);
  });

  it('refuses an image of another size', () => {
    const call = () => visionTransformer(createImage(8, 12, 3), parameters, CONFIG);
    expect(call).toThrow('tiny needs an image of 8×8×3, got 8×12×3');
  });
});

describe('initialVisionTransformer', () => {
  const initial = initialVisionTransformer(CONFIG, 42);

  it('has logits of exactly 0, and the same numbers for the same seed', () => {
    const picture = createImage(8, 8, 3, new Float32Array(192).fill(0.5));
    expect([...visionTransformer(picture, initial, CONFIG).logits]).toEqual([0, 0, 0]);
    expect(initialVisionTransformer(CONFIG, 42)).toEqual(initial);
    expect(initialVisionTransformer(CONFIG, 43)).not.toEqual(initial);
  });

  it('has as many parameters as the cost model counts', () => {
    const count = (node: unknown): number => {
      if (node instanceof Float32Array) return node.length;
      if (typeof node !== 'object' || node === null) return 0;
      return Object.values(node).reduce<number>((sum, child) => sum + count(child), 0);
    };
    expect(count(initial)).toBe(countParameters(CONFIG).total);
    expect(count(initial.blocks[0])).toBe(countParameters(CONFIG).block.total);
    expect(count(parameters)).toBe(countParameters(CONFIG).total);
  });

  it('has the official spread', () => {
    const wide = initialVisionTransformer({ ...CONFIG, width: 64, mlpWidth: 64, layers: 1 }, 1);
    const deviation = (data: Float32Array) =>
      Math.sqrt(data.reduce((sum, value) => sum + value * value, 0) / data.length);
    expect(deviation(wide.positionEmbedding.data)).toBeCloseTo(0.02, 2.5);
    expect(deviation(wide.patchProjection.weight.data)).toBeCloseTo(1 / Math.sqrt(48), 2);
    const attention = wide.blocks[0].attention.queries.weight.data;
    expect(deviation(attention)).toBeCloseTo(Math.sqrt(2 / 128), 2); // uniform ±a has deviation a/√3
    expect(Math.max(...attention)).toBeLessThanOrEqual(Math.sqrt(6 / 128));
    expect(wide.classToken.every((value) => value === 0)).toBe(true);
  });
});

describe('attentionRollout', () => {
  it('equals PyTorch', () => {
    const golden = new GoldenCase('vision_transformer', 'forward');
    const result = visionTransformer(golden.image('image'), parameters, CONFIG);
    golden.expect('rollout', attentionRollout(attentionOf(result)));
  });

  it('has rows that sum to 1, is I for attention to oneself, and multiplies the last layer leftmost', () => {
    fc.assert(
      fc.property(matrix(4, 4), matrix(4, 4), (a, b) => {
        const [first, second] = [softmaxRows(a), softmaxRows(b)];
        const rollout = attentionRollout([[first, second], [second]]);
        for (let row = 0; row < 4; row++) {
          expectClose([rowOf(rollout, row).reduce((x, y) => x + y, 0)], [1]);
        }
      }),
    );
    const identity = identityMatrix(3);
    expect(attentionRollout([[identity], [identity]])).toEqual(identity);
    expect(() => attentionRollout([])).toThrow('at least one layer');
  });
});
