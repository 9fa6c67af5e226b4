import { describe, expect, it } from 'vitest';
import type { CheckpointFile } from '../../src/checkpoints/checkpointFile.ts';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { createClip } from '../../src/inference/clip.ts';
import {
  answerFrom,
  createLanguageModel,
  nearestWords,
  readFacts,
} from '../../src/inference/language.ts';
import {
  answer,
  attentionToImage,
  caption,
  createReader,
  look,
} from '../../src/inference/reader.ts';
import { clipWeights, connectorWeights, decoderWeights } from '../../src/inference/weights.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { rowOf } from '../../src/kernels/matrix.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { pixelsOf } from '../../src/world/drawing.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { sceneOf } from '../../src/world/split.ts';

const files = await loadCheckpoints(['clip', 'language', 'align-mlp', 'instruct-mlp']);
const [clip, language, instruct] = ['clip', 'language', 'instruct-mlp'].map((name) =>
  files.get(name)!,
);
const reader = createReader({ vision: clip, connector: instruct, decoder: instruct });

const random = uniformSource(5);
const scenes = Array.from({ length: 20 }, () => sceneOf('test', SMALL_WORLD, random));

describe('a reader', () => {
  it('describes unseen layouts, nearly all of them without a mistake', () => {
    const right = scenes.filter((scene) => {
      const { words } = caption(reader, look(reader, pixelsOf(SMALL_WORLD, scene)));
      return words.join(' ') === captionWords(SMALL_WORLD, scene).join(' ');
    });
    expect(right.length).toBeGreaterThanOrEqual(18);
  });

  it('says of each word how likely it was, and where it looked', () => {
    const seen = look(reader, pixelsOf(SMALL_WORLD, scenes[0]));
    const { words, steps } = answer(reader, seen, ['how', 'many', 'object'], { candidates: 3 });
    expect(words).toEqual([String(scenes[0].length)]);
    expect(steps.map(({ word }) => word)).toEqual([...words, '<end>']);
    for (const step of steps) {
      expect(step.candidates.map(({ word }) => word)[0]).toBe(step.word);
      expect(step.candidates).toHaveLength(3);
      const onImage = attentionToImage(step, seen);
      expect(onImage.map((heads) => heads.length)).toEqual([4, 4, 4, 4]);
      for (const weights of step.attention.flat()) {
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
      }
      for (const weights of onImage.flat()) expect(weights).toHaveLength(16);
    }
  });

  it('answers a second question after the first, and stops where its text ends', () => {
    const seen = look(reader, pixelsOf(SMALL_WORLD, scenes[0]));
    const first = answer(reader, seen, ['how', 'many', 'object']);
    const second = answerFrom(reader.language, first.state, ['describe']);
    expect(second.words.at(-1)).toBe('.');
    const long = Array.from({ length: 34 }, () => 'red');
    expect(answer(reader, seen, long).steps.length).toBeLessThanOrEqual(5);
  });

  it('refuses an unknown word', () => {
    const seen = look(reader, pixelsOf(SMALL_WORLD, scenes[0]));
    expect(() => answer(reader, seen, ['what', 'colour'])).toThrow('"colour" is no word');
  });

  it('describes a scene fast enough for an event handler', () => {
    const pictures = scenes.map((scene) => pixelsOf(SMALL_WORLD, scene));
    const start = process.cpuUsage(); // CPU time, for other tests run beside this one
    for (const pixels of pictures) caption(reader, look(reader, pixels));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / pictures.length).toBeLessThan(50);
  });
});

describe('a language model', () => {
  it('answers most questions from facts as text', () => {
    const model = createLanguageModel(language);
    const right = scenes.filter((scene) => {
      const state = readFacts(model, captionWords(SMALL_WORLD, scene));
      const [count] = answerFrom(model, state, ['how', 'many', 'object']).words;
      return count === String(scene.length);
    });
    expect(right.length).toBeGreaterThanOrEqual(15);
  });

  it('finds a word nearest to itself', () => {
    const model = createLanguageModel(language);
    const vector = rowOf(model.weights.embedding, model.tokenizer.token('red'));
    const [nearest] = nearestWords(model, vector);
    expect(nearest.word).toBe('red');
    expect(nearest.cosine).toBeCloseTo(1, 3);
  });
});

describe('the weights of a file', () => {
  const changed = (file: CheckpointFile, name: string, shape?: number[]): CheckpointFile => {
    const tensors = new Map(file.tensors);
    const stored = tensors.get(name)!;
    tensors.delete(name);
    if (shape) tensors.set(name, { ...stored, shape });
    return { ...file, tensors };
  };

  it('are taken apart once a file', () => {
    expect(decoderWeights(instruct)).toBe(decoderWeights(instruct));
    expect(clipWeights(clip)).toBe(createClip(clip).weights);
  });

  it('must all be there, in the right shape', () => {
    const name = 'decoder.blocks.1.attention.keys.weight';
    expect(() => decoderWeights(changed(language, name))).toThrow(`has no tensor "${name}"`);
    expect(() => decoderWeights(changed(language, name, [32, 128]))).toThrow(
      `"${name}" is 32×128, but should be 64×64`,
    );
    expect(() => connectorWeights(language)).toThrow('"language" holds no connector');
    expect(() => decoderWeights(clip)).toThrow('has no tensor "decoder.embedding"');
  });
});
