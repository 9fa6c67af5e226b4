import { expect, it } from 'vitest';
import { createImage } from '../../src/kernels/image.ts';
import { encodeTogether, startWriting, writeToken } from '../../src/kernels/seq2seq.ts';
import { readSeq2seq } from '../../src/inference/seq2seq.ts';
import { Tensors } from '../../src/inference/tensors.ts';
import { expectClose } from '../kernels/golden.ts';
import { GoldenFile } from './goldenFile.ts';

it('the encoder–decoder on the kernels, token by token and without padding, equals PyTorch', () => {
  const golden = new GoldenFile('seq2seq', 'logits', 'model');
  const parameters = readSeq2seq(new Tensors(golden.file, 'model'));
  const vocabulary = parameters.embedding.rows;
  for (const index of [0, 1]) {
    const image = createImage(8, 8, 3, Float32Array.from(golden.itemOf('images', index)));
    const instruction = golden.tokensOf('instruction', index).filter((token) => token !== 0);
    const memory = encodeTogether(image, 4, instruction, parameters, 2);
    expect(memory.rows).toBe(4 + instruction.length);
    const expected = golden.itemOf('output', index);
    let state = startWriting(memory, parameters);
    golden.tokensOf('written', index).forEach((token, place) => {
      const step = writeToken(token, state, parameters, 2);
      state = step.state;
      const row = expected.slice(place * vocabulary, (place + 1) * vocabulary);
      expectClose(step.logits, row, `picture ${index}, after token ${place}`);
    });
  }
});
