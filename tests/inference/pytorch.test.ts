import { describe, expect, it } from 'vitest';
import { decoder as decodeAll } from './decodeAll.ts';
import { createImage } from '../../src/kernels/image.ts';
import { textEncoder } from '../../src/kernels/textEncoder.ts';
import { visionEncoder } from '../../src/kernels/visionEncoder.ts';
import { linearConnector } from '../../src/kernels/linearConnector.ts';
import { mlpConnector } from '../../src/kernels/mlpConnector.ts';
import { perceiver } from '../../src/kernels/perceiver.ts';
import { qFormer } from '../../src/kernels/qFormer.ts';
import { Tensors } from '../../src/inference/tensors.ts';
import {
  connectorWeights,
  decoderWeights,
  readTextEncoder,
  readVisionEncoder,
} from '../../src/inference/weights.ts';
import { expectClose } from '../kernels/golden.ts';
import { GoldenFile } from './goldenFile.ts';

describe('the kernels equal PyTorch on the goldens of src/vlm', () => {
  it('vision encoder without a class token', () => {
    const golden = new GoldenFile('vision_encoder', 'plain', 'encoder');
    const parameters = readVisionEncoder(new Tensors(golden.file, 'encoder'));
    for (const index of [0, 1]) {
      const image = createImage(8, 8, 3, Float32Array.from(golden.itemOf('images', index)));
      const { output } = visionEncoder(image, parameters, 4, 2);
      expectClose(output.data, golden.itemOf('output', index), 'tokens');
    }
  });

  it('text encoder, padding left out', () => {
    const golden = new GoldenFile('text_encoder', 'plain', 'encoder');
    const parameters = readTextEncoder(new Tensors(golden.file, 'encoder'));
    const texts = [0, 1, 2].map((index) => {
      const padded = golden.tokensOf('tokens', index);
      return { index, tokens: padded.slice(0, padded.findLastIndex((token) => token !== 0) + 1) };
    });
    const whole = texts.filter(({ tokens }) => !tokens.includes(0)); // padding stands at the end only
    expect(whole.length).toBeGreaterThan(0); // engine.test.ts has shorter ones
    for (const { index, tokens } of whole) {
      const output = textEncoder(tokens, parameters, 2);
      expectClose(output, golden.itemOf('output', index), `text ${index}`);
    }
  });

  it.each([6, 1, 2])('decoder, %i tokens at a time', (chunk) => {
    const golden = new GoldenFile('decoder', 'logits', 'decoder');
    const parameters = decoderWeights(golden.file);
    for (const index of [0, 1]) {
      const tokens = golden.tokensOf('tokens', index);
      const logits = decodeAll(golden.matrixOf('prefix', index), tokens, parameters, 2, chunk);
      expectClose(logits, golden.itemOf('output', index), 'logits');
    }
  });

  it.each([6, 1])('decoder with LoRA, adapters and a soft prompt, %i tokens at a time', (chunk) => {
    const golden = new GoldenFile('decoder', 'changed', 'decoder');
    const isChange = /^decoder\.(?=lora|adapters|softPrompt)/;
    const tensors = new Map(
      [...golden.file.tensors].map(([name, stored]) => [
        name.replace(isChange, '').replace('softPrompt.0', 'softPrompt'),
        stored,
      ]),
    );
    const parameters = decoderWeights({ ...golden.file, tensors });
    expect(parameters.softPrompt?.columns).toBe(8);
    expect(parameters.blocks.every(({ adapter }) => adapter)).toBe(true);
    for (const index of [0, 1]) {
      const tokens = golden.tokensOf('tokens', index);
      const logits = decodeAll(golden.matrixOf('prefix', index), tokens, parameters, 2, chunk);
      expectClose(logits, golden.itemOf('output', index), 'logits');
    }
  });

  it.each(['linear', 'mlp', 'qFormer', 'perceiver'] as const)('%s connector', (kind) => {
    const golden = new GoldenFile('connectors', kind, 'connector');
    const connector = connectorWeights(golden.file);
    expect(connector.kind).toBe(kind);
    for (const index of [0, 1]) {
      const tokens = golden.matrixOf('tokens', index);
      expectClose(outputOf(connector, tokens), golden.itemOf('output', index), kind);
    }
  });
});

function outputOf(
  connector: ReturnType<typeof connectorWeights>,
  tokens: ReturnType<GoldenFile['matrixOf']>,
): Float32Array {
  switch (connector.kind) {
    case 'linear':
      return linearConnector(tokens, connector.weights).data;
    case 'mlp':
      return mlpConnector(tokens, connector.weights).data;
    case 'qFormer':
      return qFormer(tokens, connector.weights, 2).output.data;
    case 'perceiver':
      return perceiver(tokens, connector.weights, 2).output.data;
  }
}
