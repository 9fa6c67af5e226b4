import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import {
  createClip,
  cosine,
  imageEmbedding as kernelImageEmbedding,
  textEmbedding as kernelTextEmbedding,
} from '../../src/inference/clip.ts';
import { createReader, look } from '../../src/inference/reader.ts';
import { readWords } from '../../src/inference/language.ts';
import { FACTS_LENGTH, HEADS } from '../../src/inference/sizes.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { factTokens } from '../../src/train/rows.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { type Clip, imageEmbedding, textEmbedding } from '../../src/vlm/clip.ts';
import { CONNECTORS, type ConnectorKind } from '../../src/vlm/connectors/connector.ts';
import { type Decoder, prefixMask } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import {
  modelConfig,
  prefixLength,
  type Reader,
  readImage,
  SHORT_TEXT,
} from '../../src/vlm/model.ts';
import { integers, numbersOf, tensor } from '../../src/vlm/tensor.ts';
import { visionEncoder } from '../../src/vlm/visionEncoder.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { imageSize, pixelsOf } from '../../src/world/drawing.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { sceneOf } from '../../src/world/split.ts';
import { createTokenizer } from '../../src/world/vocabulary.ts';
import { expectClose } from '../kernels/golden.ts';

beforeAll(startEngine);

/** Two float32 computations, several layers deep. */
const TOLERANCE = 1e-4;

const pathOf = (name: string) => `public/checkpoints/${name}.safetensors`;
const parametersOf = <P>(name: string): P =>
  readCheckpoint<P>(readFileSync(pathOf(name))).parameters;
const random = uniformSource(11);
const scenes = Array.from({ length: 2 }, () => sceneOf('test', SMALL_WORLD, random));
const pictures = scenes.map((scene) => pixelsOf(SMALL_WORLD, scene));
const side = imageSize(SMALL_WORLD);
const images = () =>
  tensor(Float32Array.from(pictures.flatMap(({ data }) => [...data])), [2, side, side, 3]);
const tokenizer = createTokenizer(SMALL_WORLD);
const sizes = modelConfig(SMALL_WORLD);

it('knows the sizes that a file does not tell', () => {
  const { vision, text, decoder } = sizes;
  expect([vision.heads, text.heads, decoder.heads]).toEqual([HEADS, HEADS, HEADS]);
  expect(FACTS_LENGTH).toBe(SHORT_TEXT);
});

describe('the shipped checkpoints give the same by kernels and by jax-js', () => {
  it('clip: image and text embeddings, scale', async () => {
    const clip = createClip((await loadCheckpoints(['clip'])).get('clip')!);
    const engine = () => parametersOf<{ clip: Clip }>('clip').clip;
    const image = await numbersOf(imageEmbedding(images(), engine(), sizes.vision));
    const facts = scenes.flatMap((s) => factTokens(SMALL_WORLD, tokenizer, s, SHORT_TEXT));
    const tokens = integers(Int32Array.from(facts), [2, SHORT_TEXT]);
    const text = await numbersOf(textEmbedding(tokens, engine(), HEADS));
    const embeddings = scenes.map((scene, index) => {
      const ours = kernelImageEmbedding(clip, pictures[index]).embedding;
      const words = kernelTextEmbedding(clip, captionWords(SMALL_WORLD, scene));
      const part = [index * ours.length, (index + 1) * ours.length] as const;
      expectClose(ours, image.slice(...part), 'image', TOLERANCE);
      expectClose(words, text.slice(...part), 'text', TOLERANCE);
      return { ours, words };
    });
    const [a, b] = embeddings;
    expect(cosine(a.ours, a.words)).toBeGreaterThan(cosine(a.ours, b.words));
    expect(clip.scale).toBeCloseTo(Math.exp((await numbersOf(engine().logScale))[0]), 3);
  });

  const kinds = Object.keys(CONNECTORS) as ConnectorKind[];
  const readers = kinds.flatMap((kind) => [
    { kind, connector: `align-${kind}`, decoder: 'language' },
    { kind, connector: `instruct-${kind}`, decoder: 'instruct-mlp' },
  ]);
  const shipped = readers.filter(({ connector }) => existsSync(pathOf(connector)));

  it.each(shipped)('$connector with the decoder of $decoder', async ({ kind, ...names }) => {
    const files = await loadCheckpoints(['clip', names.connector, names.decoder]);
    const reader = createReader({
      vision: files.get('clip')!,
      connector: files.get(names.connector)!,
      decoder: files.get(names.decoder)!,
    });
    const words = ['<question>', 'what', 'shape', 'top-left', '<answer>'];
    const config = modelConfig(SMALL_WORLD, CONNECTORS[kind]);
    const engine: Reader = {
      connector: parametersOf<Reader>(names.connector).connector,
      decoder: parametersOf<{ decoder: Decoder }>(names.decoder).decoder,
    };
    const { vision } = parametersOf<{ clip: Clip }>('clip').clip;
    const imageTokens = visionEncoder(images(), vision, HEADS, config.vision.patchSize);
    const asked = [0, 1].flatMap(() => tokenizer.encode(words));
    const tokens = integers(Int32Array.from(asked), [2, words.length]);
    const mask = prefixMask(prefixLength(config), words.length);
    const logits = await numbersOf(readImage(imageTokens, tokens, mask, engine, config));
    pictures.forEach((pixels, index) => {
      const seen = look(reader, pixels);
      const ours = readWords(reader.language, words, seen.state).logits.data;
      const part = logits.slice(index * ours.length, (index + 1) * ours.length);
      expectClose(ours, part, 'logits', TOLERANCE);
    });
  });
});
