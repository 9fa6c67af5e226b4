import { beforeAll, describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import { factAnswerer, sitExamination } from '../../src/train/answer.ts';
import {
  guessExamination,
  scoreExamination,
  writeExamination,
} from '../../src/train/examination.ts';
import { encodeScenes } from '../../src/train/features.ts';
import { hardNegative } from '../../src/train/hardNegative.ts';
import { factTokens, packRow, randomTurns } from '../../src/train/rows.ts';
import { cosineSchedule, learningRate } from '../../src/train/schedule.ts';
import {
  alignmentStage,
  contrastiveStage,
  instructionStage,
  languageStage,
} from '../../src/train/stages.ts';
import {
  DivergedError,
  initialState,
  type Job,
  type Parts,
  train,
} from '../../src/train/trainer.ts';
import { namedLeaves } from '../../src/vlm/checkpoint.ts';
import { initialClip } from '../../src/vlm/clip.ts';
import { initialConnector } from '../../src/vlm/connectors/connector.ts';
import { initialDecoder } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { clipConfig, modelConfig, type Reader, SHORT_TEXT } from '../../src/vlm/model.ts';
import { numbersOf, share } from '../../src/vlm/tensor.ts';
import { initialVisionEncoder } from '../../src/vlm/visionEncoder.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { layoutKey } from '../../src/world/scene.ts';
import { sceneOf, splitOf } from '../../src/world/split.ts';
import { createTokenizer } from '../../src/world/vocabulary.ts';

beforeAll(startEngine);

const WORLD = SMALL_WORLD;
const full = modelConfig(WORLD);
const small = { width: 16, heads: 2, layers: 1, mlpWidth: 16 };
const config = {
  ...full,
  vision: { ...full.vision, ...small },
  text: { ...full.text, ...small },
  decoder: { ...full.decoder, ...small },
  connector: { kind: 'linear' } as const,
};
const SETTINGS = { steps: 12, batch: 8, peak: 1e-2, seed: 1 };

async function lossesOf<P extends Parts>(job: Job<P>, parameters: P): Promise<number[]> {
  const losses: number[] = [];
  for await (const { loss } of train(job, initialState(parameters, job.trainable)))
    losses.push(loss);
  return losses;
}

const numbersByName = async (tree: unknown): Promise<Record<string, number[]>> =>
  Object.fromEntries(
    await Promise.all(
      namedLeaves(tree).map(async ([name, leaf]) => [name, Array.from(await numbersOf(leaf))]),
    ),
  );

const newDecoder = () => initialDecoder(initialiser(2), config.decoder);
const newReader = () => ({
  connector: initialConnector(initialiser(3), config.connector, 16, 16),
  decoder: newDecoder(),
});

async function smallPool() {
  const random = uniformSource(4);
  const scenes = Array.from({ length: 16 }, () => sceneOf('train', WORLD, random));
  const encoder = initialVisionEncoder(initialiser(5), config.vision);
  return encodeScenes(WORLD, scenes, random, encoder, config.vision);
}

describe('the stages', () => {
  it('0a: the contrastive loss falls', async () => {
    const job = contrastiveStage(WORLD, WORLD, config, SETTINGS, true);
    const losses = await lossesOf(job, { clip: initialClip(initialiser(6), clipConfig(config)) });
    expect(losses.at(-1)).toBeLessThan(losses[0]);
  });

  it('0b: the loss of the language model falls, and is the same when run again', async () => {
    const run = () => lossesOf(languageStage(WORLD, config, SETTINGS), { decoder: newDecoder() });
    const losses = await run();
    expect(losses[0]).toBeCloseTo(Math.log(48), 0); // it begins by guessing
    expect(losses.at(-1)).toBeLessThan(losses[0] * 0.9);
    expect(await run()).toEqual(losses);
  });

  it('0b: stopped and resumed, it ends with the same bits', async () => {
    const run = () => languageStage(WORLD, config, { ...SETTINGS, steps: 4 });
    const whole = await lossesOf(run(), { decoder: newDecoder() });
    const parts: number[] = [];
    let state = initialState({ decoder: newDecoder() }, ['decoder']);
    for (let step = 0; step < 4; step++) {
      const steps = train(run(), state);
      const { value, done } = await steps.next();
      if (done) throw new Error('ended early');
      parts.push(value.loss);
      // What a caller would have stored: copies, for the run frees its own when it is stopped.
      const { parameters, moments } = value.state;
      state = { step: value.step, ...share({ parameters, moments }) };
      await steps.return(parameters);
    }
    expect(parts).toEqual(whole);
  });

  it.each([
    ['1', alignmentStage, ['connector']],
    ['2', instructionStage, ['connector', 'decoder']],
  ] as const)(
    '%s: the frozen stays bit-identical, the rest learns',
    async (_, stage, trainable) => {
      const job = stage(WORLD, config, { ...SETTINGS, steps: 6 }, await smallPool());
      expect(job.trainable).toEqual(trainable);
      const before = await numbersByName(newReader());
      const steps = train(job, initialState<Reader & Parts>(newReader(), job.trainable));
      const losses: number[] = [];
      let result = await steps.next();
      while (!result.done) {
        losses.push(result.value.loss);
        result = await steps.next();
      }
      const after = await numbersByName(result.value);
      for (const [name, numbers] of Object.entries(after)) {
        const isTrained = trainable.some((part) => name.startsWith(part));
        if (isTrained) expect(numbers, name).not.toEqual(before[name]);
        else expect(numbers, name).toEqual(before[name]);
      }
      if (trainable.length === 2) expect(losses.at(-1)).toBeLessThan(losses[0]);
    },
  );

  it('a loss that is no number ends the run with a message', async () => {
    const job = languageStage(WORLD, config, { ...SETTINGS, peak: NaN });
    await expect(lossesOf(job, { decoder: newDecoder() })).rejects.toThrow(DivergedError);
  });
});

describe('the data', () => {
  it('is of training layouts only', async () => {
    const pool = await smallPool();
    expect(new Set(pool.scenes.map(splitOf))).toEqual(new Set(['train']));
    const { scenes } = writeExamination(WORLD, 'test', 50, 1);
    expect(new Set(scenes.map(splitOf))).toEqual(new Set(['test']));
  });

  it('counts the answers and not the questions', () => {
    const tokenizer = createTokenizer(WORLD);
    const random = uniformSource(7);
    for (let count = 0; count < 100; count++) {
      const scene = sceneOf('train', WORLD, random);
      const { tokens, weights } = packRow(tokenizer, randomTurns(WORLD, scene, random), 40);
      const words = tokenizer.decode(tokens);
      expect(tokens).toHaveLength(40);
      let isAnswer = false;
      words.forEach((word, index) => {
        expect(weights[index], words.join(' ')).toBe(isAnswer ? 1 : 0);
        if (word === '<answer>') isAnswer = true;
        if (word === '<end>') isAnswer = false;
      });
    }
  });

  it('a hard negative differs from its scene', () => {
    const random = uniformSource(8);
    for (let count = 0; count < 300; count++) {
      const scene = sceneOf('train', WORLD, random);
      const near = hardNegative(WORLD, scene, random);
      expect(layoutKey(near)).not.toBe(layoutKey(scene));
      expect(near).toHaveLength(scene.length);
    }
  });

  it('the learning rate rises, then falls to a twentieth', () => {
    const schedule = cosineSchedule(1000, 1);
    const rates = Array.from({ length: 1000 }, (_, step) => learningRate(schedule, step));
    expect(Math.max(...rates)).toBeLessThanOrEqual(1);
    expect(rates[0]).toBeLessThan(0.02);
    expect(rates[999]).toBeCloseTo(0.05, 2);
  });
});

describe('the examination', () => {
  const tokenizer = createTokenizer(WORLD);
  const examination = writeExamination(WORLD, 'test', 60, 9);

  it('gives full marks to the truth and none to its opposite', () => {
    const all = scoreExamination(
      examination.items,
      examination.items.map(() => true),
    );
    expect(all.yesNoPairs).toMatchObject({ value: 1, standardError: 0 });
    const none = scoreExamination(
      examination.items,
      examination.items.map(() => false),
    );
    expect(none.circular.value).toBe(0);
  });

  it('gives one who always says yes half of the questions and no pair', () => {
    const isRight = examination.items.map(({ turn }) => turn.answer[0] === 'yes');
    const { yesNo, yesNoPairs } = scoreExamination(examination.items, isRight);
    expect(yesNo.value).toBe(0.5);
    expect(yesNoPairs.value).toBe(0);
  });

  it('knows how far guessing gets', () => {
    const many = writeExamination(WORLD, 'test', 400, 10);
    const scores = scoreExamination(many.items, guessExamination(WORLD, many, 1));
    expect(scores.yesNo.value).toBeCloseTo(0.5, 1);
    expect(scores.yesNoPairs.value).toBeCloseTo(0.25, 1);
    expect(scores.choice.value).toBeCloseTo(0.25, 1);
    expect(scores.circular.value).toBeLessThan(0.03);
  });

  it('is sat by an untrained model to the end', async () => {
    const facts = examination.scenes.map((s) => factTokens(WORLD, tokenizer, s, SHORT_TEXT));
    const isRight = await sitExamination(
      examination,
      factAnswerer(newDecoder(), config, facts),
      tokenizer,
    );
    expect(isRight).toHaveLength(examination.items.length);
    expect(scoreExamination(examination.items, isRight).captions.value).toBe(0);
  });
});
