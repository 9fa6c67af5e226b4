import { beforeAll, describe, expect, it } from 'vitest';
import { prefixMask } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { initialSeq2seq, type Seq2seq, seq2seq } from '../../src/vlm/seq2seq.ts';
import { sequenceConfig } from '../../src/vlm/sequenceModel.ts';
import { countParameters, release } from '../../src/vlm/tensor.ts';
import { sequenceLoss } from '../../src/train/sequenceStage.ts';
import { MOVING_WORLD } from '../../src/world/config.ts';
import { GoldenTree } from './goldenTree.ts';

beforeAll(startEngine);

const SIZES = { heads: 2, patchSize: 4 };

describe('the encoder–decoder equals PyTorch', () => {
  it('in its logits and gradients', async () => {
    const golden = new GoldenTree('seq2seq', 'logits');
    const tokens = () => [golden.tokens('instruction'), golden.tokens('written')] as const;
    await golden.expect<Seq2seq>(
      (p, images) => seq2seq(images, ...tokens(), prefixMask(0, 4), p, SIZES),
      'images',
    );
  }, 60_000);

  it('in its loss', async () => {
    const golden = new GoldenTree('seq2seq', 'loss');
    const tokens = () => [golden.tokens('instruction'), golden.tokens('written')] as const;
    await golden.expect<Seq2seq>((p, images) => {
      const logits = seq2seq(images, ...tokens(), prefixMask(0, 4), p, SIZES);
      return sequenceLoss(logits, golden.tokens('targets'), golden.tensor('weights'));
    }, 'images');
  }, 60_000);
});

it('the model of the book has fewer than 250,000 parameters', () => {
  const model = initialSeq2seq(initialiser(1), sequenceConfig(MOVING_WORLD));
  expect(countParameters(model)).toBeLessThan(250_000);
  release(model);
});
