import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { classifierWeights, classify, patchShares } from '../../src/inference/classifier.ts';
import { HEADS } from '../../src/inference/sizes.ts';
import { attentionRollout } from '../../src/kernels/attentionRollout.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { CLASSIFIER } from '../../src/train/classification.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { type Classifier, classifierLogits } from '../../src/vlm/classifier.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { numbersOf, tensor } from '../../src/vlm/tensor.ts';
import { pixelsOf, randomRendering } from '../../src/world/drawing.ts';
import { sceneOfCode } from '../../src/world/sceneCode.ts';
import { SEARCH_WORLD, searchScene, soughtCells, soughtObject } from '../../src/world/search.ts';
import { splitOf } from '../../src/world/split.ts';
import { expectClose, GoldenCase } from '../kernels/golden.ts';
import { GoldenTree } from '../vlm/goldenTree.ts';

beforeAll(startEngine);

const FILE = 'public/checkpoints/classifier.safetensors';
const file = (await loadCheckpoints(['classifier'])).get('classifier')!;
const weights = classifierWeights(file);
const golden = new GoldenCase('vlm_classifier', 'shipped');
const CODES = ['0bs.1gt.2yc.3rt', '1rc', '0rs.3gs'];
const pictureOf = (code: string) => pixelsOf(SEARCH_WORLD, sceneOfCode(SEARCH_WORLD, code)!);

describe('the classifier', () => {
  it('in the engine: output and gradients of both heads equal PyTorch', async () => {
    const tree = new GoldenTree('classifier', 'heads');
    const sizes = { imageSize: 8, patchSize: 4, width: 8, layers: 2, heads: 2, mlpWidth: 12 };
    const config = { vision: { ...sizes, hasClassToken: true }, classes: 3 };
    await tree.expect<Classifier>((p, images) => classifierLogits(images, p, config), 'images');
  });

  it('is the checkpoint that PyTorch has run', () => {
    const hash = createHash('sha256').update(readFileSync(FILE)).digest();
    const message = 'run: /usr/bin/python3 scripts/golden_classifier.py';
    expect(golden.tensor('checkpoint').data, message).toEqual([...hash]);
  });

  it.each(CODES)('by kernels equals PyTorch on %s', (code) => {
    const { logits, encoded } = classify(weights, pictureOf(code));
    const both = [...logits.class, ...logits.mean];
    expectClose(both, golden.tensor(`${code}/logits`).data, 'logits', 1e-4);
    const layers = encoded.blocks.map((block) => block.attention.heads.map((h) => h.weights));
    const rollout = golden.tensor(`${code}/rollout`).data;
    expectClose(attentionRollout(layers).data, rollout, 'rollout', 1e-4);
  });

  it('in the engine equals PyTorch on the same scenes', async () => {
    const { classifier } = readCheckpoint<{ classifier: Classifier }>(
      readFileSync(FILE),
    ).parameters;
    const pixels = CODES.flatMap((code) => [...pictureOf(code).data]);
    const images = tensor(Float32Array.from(pixels), [CODES.length, 32, 32, 3]);
    const logits = await numbersOf(classifierLogits(images, classifier, CLASSIFIER));
    const expected = CODES.flatMap((code) => golden.tensor(`${code}/logits`).data);
    expectClose(logits, expected, 'logits', 1e-4);
    expect(CLASSIFIER.vision.heads).toBe(HEADS);
  });

  it('names the shape of the red object in unseen layouts, and looks at it', () => {
    const random = uniformSource(21);
    const scenes = Array.from({ length: 60 }, () => searchScene('test', random));
    const right = scenes.filter((scene) => {
      const picture = pixelsOf(SEARCH_WORLD, scene, randomRendering(scene, random));
      const { probabilities } = classify(weights, picture);
      const isRight = (by: 'class' | 'mean') =>
        probabilities[by].indexOf(Math.max(...probabilities[by])) === soughtObject(scene)!.shape;
      return isRight('class') && isRight('mean');
    });
    expect(right.length).toBeGreaterThanOrEqual(57);
  });

  it('has shares of the patches that are those of its attention', () => {
    const { encoded } = classify(weights, pictureOf('1rc'));
    const [head] = encoded.blocks[0].attention.heads;
    for (const by of ['class', 'mean'] as const) {
      const shares = patchShares(head.weights, by);
      expect(shares).toHaveLength(64);
      const sum = shares.reduce((a, b) => a + b, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(1);
    }
  });
});

describe('the search for the red object', () => {
  it('has exactly one red object in each scene, and keeps the splits apart', () => {
    const random = uniformSource(4);
    for (let count = 0; count < 500; count++) {
      const split = count % 2 ? 'train' : 'test';
      const scene = searchScene(split, random);
      expect(soughtCells(scene)).toHaveLength(1);
      expect(splitOf(scene)).toBe(split);
    }
  });
});
