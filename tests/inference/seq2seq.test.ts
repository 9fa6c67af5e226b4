import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import {
  createSequenceModel,
  matchScore,
  optionProbabilities,
  writeFor,
} from '../../src/inference/seq2seq.ts';
import { encodeTogether, startWriting, writeToken } from '../../src/kernels/seq2seq.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { prefixMask } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { type Seq2seq, seq2seq } from '../../src/vlm/seq2seq.ts';
import { sequenceConfig } from '../../src/vlm/sequenceModel.ts';
import { integers, numbersOf, tensor } from '../../src/vlm/tensor.ts';
import { MOVING_WORLD } from '../../src/world/config.ts';
import { imageSize, pixelsOf, randomRendering } from '../../src/world/drawing.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { sceneOf } from '../../src/world/split.ts';
import { MARKS } from '../../src/world/sequence/unified.ts';
import { expectClose } from '../kernels/golden.ts';

beforeAll(startEngine);

const FILE = readFileSync(new URL('../../public/checkpoints/seq2seq.safetensors', import.meta.url));
const model = createSequenceModel(decodeCheckpoint(FILE));
const { heads, patchSize } = sequenceConfig(MOVING_WORLD);

function pictures(count: number) {
  const random = uniformSource(11);
  return Array.from({ length: count }, () => {
    const scene = sceneOf('test', MOVING_WORLD, random);
    return { scene, image: pixelsOf(MOVING_WORLD, scene, randomRendering(scene, random)) };
  });
}

describe('the shipped sequence-to-sequence model', () => {
  it('has the same logits on the kernels, token by token, as in the engine, padded', async () => {
    const [{ scene, image }] = pictures(1);
    const instruction = model.vocabulary.encode(['match', ...captionWords(MOVING_WORLD, scene)]);
    const written = model.vocabulary.encode([MARKS.start, 'red', 'circle', 'middle-center', ';']);
    const size = imageSize(MOVING_WORLD);
    const { parameters } = readCheckpoint<{ seq2seq: Seq2seq }>(FILE);
    const padded = (tokens: readonly number[], length: number) =>
      integers(
        Int32Array.from({ length }, (_, index) => tokens[index] ?? 0),
        [1, length],
      );
    const logits = seq2seq(
      tensor(Float32Array.from(image.data), [1, size, size, 3]),
      padded(instruction, 23),
      padded(written, 16),
      prefixMask(0, 16),
      parameters.seq2seq,
      { heads, patchSize },
    );
    const expected = await numbersOf(logits);
    const memory = encodeTogether(image, patchSize, instruction, model.parameters, heads);
    let state = startWriting(memory, model.parameters);
    written.forEach((token, index) => {
      const step = writeToken(token, state, model.parameters, heads);
      state = step.state;
      const count = model.vocabulary.words.length;
      const row = expected.slice(index * count, (index + 1) * count);
      expectClose(step.logits, row, `logits after token ${index}`, 1e-4);
    });
  }, 60_000);

  it('writes until its end mark, each step a distribution', () => {
    for (const { image } of pictures(3)) {
      const { words, steps, isEnded } = writeFor(model, image, ['describe']);
      expect(steps.length).toBe(isEnded ? words.length + 1 : words.length);
      for (const { probabilities, attention } of steps) {
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
        expect(attention.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
        expect(attention.length).toBe(9 + 1);
      }
    }
  }, 60_000);

  it('weighs options: a distribution, with what it would write itself on top', () => {
    for (const { image } of pictures(3)) {
      const { words } = writeFor(model, image, ['what', 'shape', 'top-left']);
      const others = ['circle', 'square', 'triangle', 'nothing'].filter(
        (word) => word !== words[0],
      );
      const options = [...others, words[0]].map((word) => [word]);
      const probabilities = optionProbabilities(
        model,
        image,
        ['what', 'shape', 'top-left'],
        options,
      );
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      expect(Math.max(...probabilities)).toBe(probabilities.at(-1));
    }
  }, 60_000);

  it('gives a matching score between 0 and 1, and refuses unknown words', () => {
    const [{ scene, image }] = pictures(1);
    const score = matchScore(model, image, captionWords(MOVING_WORLD, scene));
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
    expect(() => writeFor(model, image, ['fly'])).toThrow('"fly" is no token');
  });
});
