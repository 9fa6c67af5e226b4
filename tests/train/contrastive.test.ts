import { numpy as np } from '@jax-js/jax';
import { beforeAll, expect, it } from 'vitest';
import { infoNce as kernelLoss, infoNceBackward } from '../../src/kernels/infoNce.ts';
import { randomMatrix } from '../../src/kernels/random.ts';
import { infoNce } from '../../src/train/objectives.ts';
import { withGradient } from '../../src/vlm/compile.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { type Tensor, tensor } from '../../src/vlm/tensor.ts';
import { expectClose } from '../kernels/golden.ts';

const COUNT = 5;
const WIDTH = 4;
const TEMPERATURE = 0.3;

beforeAll(startEngine);

/** The loss of raw embeddings: normalised, multiplied, scaled, as in src/vlm/clip.ts. */
const lossOf = ({ images, texts }: { images: Tensor; texts: Tensor }): Tensor => {
  const unit = (x: Tensor) =>
    x.ref.mul(np.reciprocal(np.sqrt(np.square(x).sum(-1, { keepdims: true }))));
  return infoNce(np.matmul(unit(images), unit(texts).transpose()).mul(1 / TEMPERATURE));
};

it('the kernel’s InfoNCE and its gradients are those of the engine that trains', async () => {
  const images = randomMatrix(COUNT, WIDTH, 3);
  const texts = randomMatrix(COUNT, WIDTH, 4);
  const asTensor = ({ data }: typeof images) => tensor(Float32Array.from(data), [COUNT, WIDTH]);
  const [loss, gradients] = withGradient(lossOf)({
    images: asTensor(images),
    texts: asTensor(texts),
  });
  expectClose(
    (await loss.data()) as Float32Array,
    [kernelLoss(images, texts, TEMPERATURE).loss],
    'loss',
  );
  const expected = infoNceBackward(images, texts, TEMPERATURE);
  for (const side of ['images', 'texts'] as const) {
    const actual = (await gradients[side].data()) as Float32Array;
    expect(actual.length).toBe(COUNT * WIDTH);
    expectClose(actual, expected[side].data, side, 1e-4);
  }
});
