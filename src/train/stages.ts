import { type RandomSource, uniformSource } from '../kernels/random.ts';
import { indices, wholeNumber } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { imageSize } from '../world/drawing.ts';
import { layoutKey, type Scene } from '../world/scene.ts';
import { sceneOf } from '../world/split.ts';
import { createTokenizer, type Tokenizer } from '../world/vocabulary.ts';
import { type Clip, clipLogits } from '../vlm/clip.ts';
import {
  type Decoder,
  decoder,
  type DecoderChanges,
  embedTokens,
  prefixMask,
} from '../vlm/decoder.ts';
import {
  clipConfig,
  LONG_TEXT,
  type ModelConfig,
  prefixLength,
  type Reader,
  readImage,
  SHORT_TEXT,
} from '../vlm/model.ts';
import { integers, type Tensor, tensor } from '../vlm/tensor.ts';
import { type FeaturePool, pictures, takeFeatures } from './features.ts';
import { hardNegative } from './hardNegative.ts';
import { infoNce, nextTokenLoss } from './objectives.ts';
import { captionTurn, factTokens, packRow, randomTurns, type Row } from './rows.ts';
import { cosineSchedule } from './schedule.ts';
import type { Job } from './trainer.ts';

/** How long, how wide and how fast. */
export interface StageSettings {
  steps: number;
  batch: number;
  peak: number;
  /** Of the data; a step draws from the seed and its own number */
  seed: number;
}

/** The random numbers of one step. */
export const randomOf = (seed: number, step: number): RandomSource =>
  uniformSource(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b));

/**
 * Stage 0a: image and text encoder learn to tell which caption belongs to which picture. With
 * `hasHardNegatives` each caption has a near miss beside it: an encoder keeps only what it must tell apart.
 */
export function contrastiveStage(
  scenesOf: WorldConfig,
  world: WorldConfig,
  config: ModelConfig,
  { steps, batch, peak, seed }: StageSettings,
  hasHardNegatives: boolean,
): Job<Record<'clip', Clip>> {
  const tokenizer = createTokenizer(world);
  const size = imageSize(world);
  const captions = (scenes: readonly Scene[]) =>
    scenes.flatMap((scene) => factTokens(world, tokenizer, scene, SHORT_TEXT));
  return {
    trainable: ['clip'],
    constants: [],
    schedule: cosineSchedule(steps, peak),
    loss: ({ clip }, _, [images, tokens]) =>
      infoNce(clipLogits(images, tokens, clip, clipConfig(config))),
    batch: (step) => {
      const random = randomOf(seed, step);
      const scenes = differentScenes(scenesOf, random, batch);
      const misses = hasHardNegatives
        ? scenes.map((scene) => hardNegative(world, scene, random))
        : [];
      const texts = Int32Array.from(captions([...scenes, ...misses]));
      return [
        tensor(pictures(world, scenes, random), [batch, size, size, 3]),
        integers(texts, [texts.length / SHORT_TEXT, SHORT_TEXT]),
      ];
    },
  };
}

/** Scenes of the training layouts, no two the same: the same caption twice would be its own negative. */
function differentScenes(world: WorldConfig, random: RandomSource, count: number): Scene[] {
  const scenes = new Map<string, Scene>();
  for (let attempts = 0; scenes.size < count; attempts++) {
    if (attempts > 100 * count) throw new RangeError(`there are fewer than ${count} layouts`);
    const scene = sceneOf('train', world, random);
    scenes.set(layoutKey(scene), scene);
  }
  return [...scenes.values()];
}

/** Weight of the question's tokens when the language model is pretrained: it also learns to ask. */
const QUESTION_WEIGHT = 0.1;

/** Stage 0b: the decoder alone reads facts as text, then questions and answers. It has seen no image. */
export function languageStage(
  world: WorldConfig,
  config: ModelConfig,
  { steps, batch, peak, seed }: StageSettings,
): Job<Record<'decoder', Decoder>> {
  const tokenizer = createTokenizer(world);
  return {
    trainable: ['decoder'],
    constants: [prefixMask(SHORT_TEXT, LONG_TEXT)],
    schedule: cosineSchedule(steps, peak),
    loss: ({ decoder: language }, [mask], [facts, tokens, weights]) => {
      const prefix = embedTokens(facts, language.embedding.ref);
      const logits = decoder(prefix, tokens.ref, mask, language, config.decoder.heads);
      return nextTokenLoss(logits, tokens, weights);
    },
    batch: (step) => {
      const random = randomOf(seed, step);
      const scenes = Array.from({ length: batch }, () => sceneOf('train', world, random));
      const facts = scenes.flatMap((s) => factTokens(world, tokenizer, s, SHORT_TEXT, random));
      const rows = scenes.map((scene) =>
        packRow(tokenizer, randomTurns(world, scene, random), LONG_TEXT, QUESTION_WEIGHT),
      );
      return [integers(Int32Array.from(facts), [batch, SHORT_TEXT]), ...rowTensors(rows)];
    },
  };
}

/** Makes the job of a stage from the world, the sizes, the settings, and what the encoder has seen. */
type ImageStageOf = (
  world: WorldConfig,
  config: ModelConfig,
  settings: StageSettings,
  pool: FeaturePool,
) => Job<Reader & Record<string, unknown>>;

/** Stage 1: encoder and decoder are frozen; the connector alone learns, from captions. */
export const alignmentStage: ImageStageOf = (world, ...rest) =>
  imageStage(world, ...rest, {
    trainable: ['connector'],
    length: SHORT_TEXT,
    rowOf: (tokenizer, scene) => packRow(tokenizer, [captionTurn(world, scene)], SHORT_TEXT),
  });

/** Stage 2: the encoder stays frozen; connector and decoder learn from instructions, loss on the response only. */
export const instructionStage: ImageStageOf = (world, ...rest) =>
  imageStage(world, ...rest, {
    trainable: ['connector', 'decoder'],
    ...instructionRows(world),
  });

/** Stage 2 for another connector to a decoder that has had it: as in BLIP-2, the decoder too is frozen. */
export const connectorStage: ImageStageOf = (world, ...rest) =>
  imageStage(world, ...rest, { trainable: ['connector'], ...instructionRows(world) });

/** Rows of instructions. */
const instructionRows = (world: WorldConfig): Pick<ImageStage, 'length' | 'rowOf'> => ({
  length: LONG_TEXT,
  rowOf: (tokenizer, scene, random) =>
    packRow(tokenizer, randomTurns(world, scene, random), LONG_TEXT),
});

/** What differs between the stages that look at images. */
export interface ImageStage {
  trainable: string[];
  /** What is tuned beside the decoder's own weights; nothing if left out */
  changesOf?: (parts: Record<string, unknown>) => DecoderChanges;
  /** Vectors of a soft prompt in front of the image tokens */
  softLength?: number;
  /** Of the text, in tokens */
  length: number;
  rowOf: (tokenizer: Tokenizer, scene: Scene, random: RandomSource) => Row;
}

/** A stage that looks at images, through the features of a frozen encoder. */
export function imageStage(
  world: WorldConfig,
  config: ModelConfig,
  { steps, batch, peak, seed }: StageSettings,
  pool: FeaturePool,
  kind: ImageStage,
): Job<Reader & Record<string, unknown>> {
  const tokenizer = createTokenizer(world);
  return {
    trainable: kind.trainable,
    constants: [prefixMask((kind.softLength ?? 0) + prefixLength(config), kind.length)],
    schedule: cosineSchedule(steps, peak),
    loss: (reader, [mask], [imageTokens, tokens, weights]) => {
      const changes = kind.changesOf?.(reader);
      const logits = readImage(imageTokens, tokens.ref, mask, reader, config, changes);
      return nextTokenLoss(logits, tokens, weights);
    },
    batch: (step) => {
      const random = randomOf(seed, step);
      const chosen = indices(batch).map(() => wholeNumber(random, pool.scenes.length));
      const rows = chosen.map((index) => kind.rowOf(tokenizer, pool.scenes[index], random));
      return [takeFeatures(pool, chosen), ...rowTensors(rows)];
    },
  };
}

/** Rows as tokens [B × n] (int32) and weights [B × n]. */
export function rowTensors(rows: readonly Row[]): [Tensor, Tensor] {
  const shape = [rows.length, rows[0].tokens.length];
  return [
    integers(Int32Array.from(rows.flatMap((row) => row.tokens)), shape),
    tensor(Float32Array.from(rows.flatMap((row) => row.weights)), shape),
  ];
}
