import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckpointFile, treeOf } from '../../src/checkpoints/checkpointFile.ts';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { readWords } from '../../src/inference/language.ts';
import { answer, attentionToImage, createReader, look } from '../../src/inference/reader.ts';
import { HEADS } from '../../src/inference/sizes.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { answerAll, imageAnswerer } from '../../src/train/answer.ts';
import { changesOf, initialChange, METHOD_PARTS } from '../../src/train/adaptation.ts';
import type { Method } from '../../src/train/description.ts';
import { encodeScenes } from '../../src/train/features.ts';
import { partOf, storeParts } from '../../src/train/worker/parts.ts';
import type { Clip } from '../../src/vlm/clip.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { modelConfig, prefixLength, type Reader, readImage } from '../../src/vlm/model.ts';
import { prefixMask } from '../../src/vlm/decoder.ts';
import { integers, numbersOf, tensor } from '../../src/vlm/tensor.ts';
import { visionEncoder } from '../../src/vlm/visionEncoder.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { imageSize, pixelsOf } from '../../src/world/drawing.ts';
import { questionWords } from '../../src/world/modelText.ts';
import { sceneOf } from '../../src/world/split.ts';
import { createTokenizer } from '../../src/world/vocabulary.ts';
import { expectClose } from '../kernels/golden.ts';

beforeAll(startEngine);

/** Two float32 computations, several layers deep. */
const TOLERANCE = 1e-4;

const files = await loadCheckpoints(['clip', 'instruct-mlp']);
const [clip, instruct] = ['clip', 'instruct-mlp'].map((name) => files.get(name)!);
const config = modelConfig(SMALL_WORLD);
const tokenizer = createTokenizer(SMALL_WORLD);
const random = uniformSource(11);
const scenes = Array.from({ length: 3 }, () => sceneOf('test', SMALL_WORLD, random));
const words = ['<question>', 'what', 'shape', 'top-left', '<answer>'];

/** The shipped model with a method's addition to it, whose numbers are none that training begins with. */
async function tuned(method: Method): Promise<CheckpointFile> {
  const change = initialChange(initialiser(3), method, config) as object;
  const added = await storeParts({ [METHOD_PARTS[method]]: change });
  const noise = uniformSource(4);
  for (const { data } of added.values()) data.forEach((_, i) => (data[i] += 0.4 * noise() - 0.2));
  return { ...instruct, tensors: new Map([...instruct.tensors, ...added]) };
}

/** The same model for the engine. */
function engineModel(file: CheckpointFile) {
  const tree = treeOf(file.tensors, ({ data, shape }) => tensor(data, shape));
  const { connector, decoder, ...changes } = tree as Reader & Record<string, unknown>;
  return { reader: { connector, decoder }, changes: changesOf(changes) };
}

const methods: Method[] = ['lora', 'adapter', 'softPrompt'];

describe.each(methods)('a model tuned by %s', async (method) => {
  const file = await tuned(method);
  const reader = createReader({ vision: clip, connector: file, decoder: file });
  const softLength = method === 'softPrompt' ? 8 : 0;

  it('gives the logits of jax-js', async () => {
    const { reader: parts, changes } = engineModel(file);
    const { vision } = partOf([clip], 'clip') as Clip;
    const side = imageSize(SMALL_WORLD);
    const pixels = scenes.map((scene) => pixelsOf(SMALL_WORLD, scene));
    const images = Float32Array.from(pixels.flatMap(({ data }) => [...data]));
    const imageTokens = visionEncoder(
      tensor(images, [scenes.length, side, side, 3]),
      vision,
      HEADS,
      config.vision.patchSize,
    );
    const asked = scenes.flatMap(() => tokenizer.encode(words));
    const tokens = integers(Int32Array.from(asked), [scenes.length, words.length]);
    const mask = prefixMask(softLength + prefixLength(config), words.length);
    const logits = await numbersOf(readImage(imageTokens, tokens, mask, parts, config, changes));
    const base = createReader({ vision: clip, connector: instruct, decoder: instruct });
    pixels.forEach((picture, index) => {
      const ours = readWords(reader.language, words, look(reader, picture).state).logits.data;
      const part = logits.slice(index * ours.length, (index + 1) * ours.length);
      expectClose(ours, part, 'logits', TOLERANCE);
      const before = readWords(base.language, words, look(base, picture).state).logits.data;
      expect(Math.max(...ours.map((logit, i) => Math.abs(logit - before[i])))).toBeGreaterThan(0.1);
    });
  });

  it('answers as the worker that trains does', async () => {
    const { reader: parts, changes } = engineModel(file);
    const { vision } = partOf([clip], 'clip') as Clip;
    const pool = await encodeScenes(SMALL_WORLD, scenes, undefined, vision, config.vision);
    const answerer = imageAnswerer(parts, config, pool, changes);
    const question = questionWords(SMALL_WORLD, { kind: 'describe' });
    const askings = scenes.map((_, scene) => ({ scene, question }));
    const theirs = await answerAll(answerer, tokenizer, askings, 12);
    answerer.dispose();
    const ours = scenes.map((scene) => {
      const seen = look(reader, pixelsOf(SMALL_WORLD, scene));
      const { words: said, steps } = answer(reader, seen, question, { longest: 12 });
      return steps.at(-1)!.word === '<end>' ? said : said.slice(0, 12);
    });
    expect(ours).toEqual(theirs);
  });

  it('looks at the image behind what was learned, and all its attention sums to one', () => {
    const seen = look(reader, pixelsOf(SMALL_WORLD, scenes[0]));
    expect(seen.softLength).toBe(softLength);
    const [step] = answer(reader, seen, ['describe'], { longest: 1 }).steps;
    const onImage = attentionToImage(step, seen);
    step.attention.forEach((heads, layer) =>
      heads.forEach((weights, head) => {
        expect(weights).toHaveLength(softLength + 16 + 3);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        expect(onImage[layer][head]).toEqual(weights.slice(softLength, softLength + 16));
      }),
    );
  });
});

it.each([
  ['lora', 'lora.3.values.up'],
  ['adapter', 'adapters.3.up.bias'],
] as const)('a change by %s must be whole', async (method, part) => {
  const file = await tuned(method);
  const tensors = new Map(file.tensors);
  tensors.delete(part);
  const broken = { ...file, tensors };
  expect(() => createReader({ vision: clip, connector: broken, decoder: broken })).toThrow(
    `has no tensor "${part}"`,
  );
});
