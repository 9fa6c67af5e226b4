import { numpy as np } from '@jax-js/jax';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../../src/kernels/image.ts';
import { createMatrix } from '../../src/kernels/matrix.ts';
import { visionTransformer } from '../../src/kernels/visionTransformer.ts';
import { initialAdapter } from '../../src/vlm/bottleneckAdapter.ts';
import { linearConnector } from '../../src/vlm/connectors/linear.ts';
import { initialPerceiver, perceiver } from '../../src/vlm/connectors/perceiver.ts';
import { initialQFormer, qFormer } from '../../src/vlm/connectors/qFormer.ts';
import { type Decoder, decoder, initialDecoder, prefixMask } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { initialLinear, type LayerNorm, type Linear } from '../../src/vlm/layers.ts';
import { initialLora, mergeLora } from '../../src/vlm/lora.ts';
import { layerNorm } from '../../src/vlm/layers.ts';
import { normalise, softmax } from '../../src/vlm/primitives.ts';
import { integers, mapTree, numbersOf, share, type Tensor, tensor } from '../../src/vlm/tensor.ts';
import { initialVisionEncoder, visionEncoder } from '../../src/vlm/visionEncoder.ts';
import { expectClose } from '../kernels/golden.ts';

beforeAll(startEngine);

const SIZES = { vocabulary: 8, prefixLength: 4, textLength: 6, width: 8, layers: 2, heads: 2 };
const CONFIG = { ...SIZES, mlpWidth: 12 };
const TEXT = [3, 1, 4, 1, 5, 2];

const random = (shape: number[], seed = 1): Tensor => initialiser(seed).normal(shape, 1);

async function logitsOf(
  parameters: Decoder,
  changes: Parameters<typeof decoder>[5] = {},
  text: readonly number[] = TEXT,
): Promise<Float32Array> {
  const tokens = integers(Int32Array.from(text), [1, text.length]);
  const mask = prefixMask(4 + (changes.softPrompt?.shape[0] ?? 0), text.length);
  return numbersOf(decoder(random([1, 4, 8]), tokens, mask, share(parameters), 2, share(changes)));
}

describe('the decoder', () => {
  const base = () => initialDecoder(initialiser(2), CONFIG);

  it('is causal: a later token changes no logits before it', async () => {
    const before = await logitsOf(base());
    for (let position = 1; position < TEXT.length; position++) {
      const changed = TEXT.map((token, index) => (index === position ? 7 : token));
      const after = await logitsOf(base(), {}, changed);
      const unaffected = position * CONFIG.vocabulary;
      expect(after.slice(0, unaffected)).toEqual(before.slice(0, unaffected));
      expect(after.slice(unaffected)).not.toEqual(before.slice(unaffected));
    }
  });

  it('is unchanged by a new LoRA, whose B is zero', async () => {
    const lora = initialLora(initialiser(3), 2, 8, 2);
    expectClose(await logitsOf(base(), { lora }), await logitsOf(base()), 'logits', 1e-6);
  });

  it('is unchanged by new adapters, whose way up is zero', async () => {
    const init = initialiser(4);
    const adapters = [initialAdapter(init, 8, 3), initialAdapter(init, 8, 3)];
    expectClose(await logitsOf(base(), { adapters }), await logitsOf(base()), 'logits', 1e-6);
  });

  it('is the same with LoRA beside its weights and merged into them', async () => {
    const lora = mapTree(initialLora(initialiser(5), 2, 8, 2), (leaf) => leaf.add(0.1));
    const merged = mergeLora(base(), share(lora));
    expectClose(await logitsOf(merged), await logitsOf(base(), { lora }), 'logits');
  });
});

describe('the connectors', () => {
  const shuffled = (tokens: Tensor): Tensor => {
    const rows = [3, 0, 4, 1, 2].map((row) => tokens.ref.slice([], [row, row + 1]));
    tokens.dispose();
    return rows.slice(1).reduce((all, row) => concatenate(all, row), rows[0]);
  };
  const concatenate = (left: Tensor, right: Tensor): Tensor => np.concatenate([left, right], 1);

  it('Q-Former and Perceiver do not know the order of the image tokens', async () => {
    const sizes = { layers: 2, hiddenWidth: 10 };
    const former = initialQFormer(initialiser(6), 8, 8, { ...sizes, queries: 3 });
    const resampler = initialPerceiver(initialiser(7), 8, { ...sizes, latents: 3 });
    for (const run of [
      (x: Tensor) => qFormer(x, share(former), 2),
      (x: Tensor) => perceiver(x, share(resampler), 2),
    ]) {
      const output = run(random([2, 5, 8]));
      expect(output.shape).toEqual([2, 3, 8]);
      expectClose(await numbersOf(run(shuffled(random([2, 5, 8])))), await numbersOf(output));
      expect(run(random([2, 9, 8])).shape).toEqual([2, 3, 8]); // M tokens, however many came in
    }
  });

  it('a Perceiver whose layers add nothing returns its normalised latents', async () => {
    const silent = initialPerceiver(initialiser(8), 8, { latents: 3, layers: 1, hiddenWidth: 10 });
    const zero = ({ weight, bias }: Linear): Linear => ({
      weight: weight.mul(0),
      bias: bias.mul(0),
    });
    const [layer] = silent.layers;
    layer.attention.output = zero(layer.attention.output);
    layer.mlpOutput = zero(layer.mlpOutput);
    const expected = layerNorm(silent.latents.ref, share(silent.finalNorm));
    const output = perceiver(random([1, 5, 8]), silent, 2);
    expectClose(await numbersOf(output), await numbersOf(expected));
  });

  it('the linear connector is affine', async () => {
    const layer = initialLinear(initialiser(9), 8, 8);
    const f = (x: Tensor) => linearConnector(x, share(layer));
    const [x, y] = [random([1, 3, 8], 10), random([1, 3, 8], 11)];
    const mixed = f(x.ref.mul(0.3).add(y.ref.mul(0.7)));
    const expected = f(x).mul(0.3).add(f(y).mul(0.7));
    expectClose(await numbersOf(mixed), await numbersOf(expected));
  });
});

describe('the vision encoder', () => {
  it('equals the kernels on the same weights', async () => {
    const sizes = { width: 8, layers: 2, heads: 2, imageSize: 8, patchSize: 4, mlpWidth: 12 };
    const encoder = initialVisionEncoder(initialiser(12), { ...sizes, hasClassToken: true });
    const pixels = Float32Array.from({ length: 192 }, (_, index) => (index % 7) / 6);
    const matrix = async (x: Tensor) =>
      createMatrix(x.shape[0], x.shape[1], Float32Array.from(await numbersOf(x)));
    const linear = async ({ weight, bias }: Linear) => ({
      weight: await matrix(weight),
      bias: await numbersOf(bias),
    });
    const norm = async ({ scale, bias }: LayerNorm) => ({
      scale: await numbersOf(scale),
      bias: await numbersOf(bias),
    });
    const parameters = {
      patchProjection: await linear(encoder.patchProjection),
      classToken: await numbersOf(encoder.classToken!),
      positionEmbedding: await matrix(encoder.positionEmbedding),
      blocks: await Promise.all(
        encoder.blocks.map(async (block) => ({
          attentionNorm: await norm(block.attentionNorm),
          attention: {
            queries: await linear(block.attention.queries),
            keys: await linear(block.attention.keys),
            values: await linear(block.attention.values),
            output: await linear(block.attention.output),
          },
          mlpNorm: await norm(block.mlpNorm),
          mlpHidden: await linear(block.mlpHidden),
          mlpOutput: await linear(block.mlpOutput),
        })),
      ),
      finalNorm: await norm(encoder.finalNorm),
      head: { weight: createMatrix(8, 1), bias: new Float32Array(1) },
    };
    const config = { name: 'tiny', ...sizes, channels: 3, classes: 1 };
    const kernel = visionTransformer(createImage(8, 8, 3, pixels), parameters, config);
    const tokens = await numbersOf(visionEncoder(tensor(pixels, [1, 8, 8, 3]), encoder, 2, 4));
    expectClose(tokens.slice(0, 8), kernel.representation, 'class token');
  });
});

describe('the primitives', () => {
  const rows = fc.array(fc.float({ min: -30, max: 30, noNaN: true }), {
    minLength: 2,
    maxLength: 9,
  });

  it('softmax gives probabilities, and exactly 0 to what is masked', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (scores) => {
        const masked = Float32Array.from([...scores, -1e9]);
        const p = await numbersOf(softmax(tensor(masked, [1, masked.length])));
        const exact = scores.map((score) => Math.exp(score - Math.max(...scores)));
        const total = exact.reduce((sum, power) => sum + power, 0);
        expectClose(p, [...exact.map((power) => power / total), 0], 'p', 1e-5);
        expect(p.at(-1)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('normalise gives mean 0 and variance 1', async () => {
    const y = await numbersOf(normalise(random([1, 64]).mul(5).add(3)));
    const mean = y.reduce((sum, value) => sum + value, 0) / 64;
    const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 64;
    expect(mean).toBeCloseTo(0, 5);
    expect(variance).toBeCloseTo(1, 4);
  });
});
