import { beforeAll, describe, it } from 'vitest';
import type { BottleneckAdapter } from '../../src/vlm/bottleneckAdapter.ts';
import { linearConnector, type LinearConnector } from '../../src/vlm/connectors/linear.ts';
import { type MlpConnector, mlpConnector } from '../../src/vlm/connectors/mlp.ts';
import { type Perceiver, perceiver } from '../../src/vlm/connectors/perceiver.ts';
import { type QFormer, qFormer } from '../../src/vlm/connectors/qFormer.ts';
import { type Decoder, decoder, prefixMask } from '../../src/vlm/decoder.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import type { Lora } from '../../src/vlm/lora.ts';
import { type TextEncoder, textEncoder } from '../../src/vlm/textEncoder.ts';
import { type VisionEncoder, visionEncoder } from '../../src/vlm/visionEncoder.ts';
import { infoNce, nextTokenLoss } from '../../src/train/objectives.ts';
import { GoldenTree } from './goldenTree.ts';

beforeAll(startEngine);

describe('output and gradients equal PyTorch', () => {
  it('vision encoder', async () => {
    const golden = new GoldenTree('vision_encoder', 'plain');
    await golden.expect<VisionEncoder>((p, images) => visionEncoder(images, p, 2, 4), 'images');
  });

  it('text encoder', async () => {
    const golden = new GoldenTree('text_encoder', 'plain');
    await golden.expect<TextEncoder>((p, unused) => {
      unused.dispose();
      return textEncoder(golden.tokens('tokens'), p, 2);
    });
  });

  it('decoder', async () => {
    const golden = new GoldenTree('decoder', 'logits');
    await golden.expect<Decoder>(
      (p, prefix) => decoder(prefix, golden.tokens('tokens'), prefixMask(4, 6), p, 2),
      'prefix',
    );
  });

  it('loss of the next token', async () => {
    const golden = new GoldenTree('decoder', 'loss');
    await golden.expect<Decoder>((p, prefix) => {
      const logits = decoder(prefix, golden.tokens('tokens'), prefixMask(4, 6), p, 2);
      return nextTokenLoss(logits, golden.tokens('tokens'), golden.tensor('weights'));
    }, 'prefix');
  });

  it('LoRA, bottleneck adapters and soft prompt', async () => {
    const golden = new GoldenTree('decoder', 'changed');
    type Changed = Decoder & {
      lora: Lora;
      adapters: BottleneckAdapter[];
      softPrompt: [Decoder['embedding']];
    };
    await golden.expect<Changed>((p, prefix) => {
      const { lora, adapters, softPrompt, ...rest } = p;
      const changes = { lora, adapters, softPrompt: softPrompt[0] };
      return decoder(prefix, golden.tokens('tokens'), prefixMask(6, 6), rest, 2, changes);
    }, 'prefix');
  });

  it('linear connector', async () => {
    const golden = new GoldenTree('connectors', 'linear');
    await golden.expect<LinearConnector>((p, tokens) => linearConnector(tokens, p), 'tokens');
  });

  it('MLP connector', async () => {
    const golden = new GoldenTree('connectors', 'mlp');
    await golden.expect<MlpConnector>((p, tokens) => mlpConnector(tokens, p), 'tokens');
  });

  it('Q-Former', async () => {
    const golden = new GoldenTree('connectors', 'qFormer');
    await golden.expect<QFormer>((p, tokens) => qFormer(tokens, p, 2), 'tokens');
  });

  it('Perceiver resampler', async () => {
    const golden = new GoldenTree('connectors', 'perceiver');
    await golden.expect<Perceiver>((p, tokens) => perceiver(tokens, p, 2), 'tokens');
  });

  it('InfoNCE with hard negatives', async () => {
    const golden = new GoldenTree('info_nce', 'infoNce');
    await golden.expect<Record<string, never>>((_, logits) => infoNce(logits), 'logits');
  });
});
