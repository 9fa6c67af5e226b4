import { compile, withGradient } from '../../vlm/compile.ts';
import {
  type Decoder,
  decoder,
  embedTokens,
  initialDecoder,
  prefixMask,
} from '../../vlm/decoder.ts';
import { initialiser } from '../../vlm/initialise.ts';
import { integers, numbersOf, release, share, type Tensor, tensor } from '../../vlm/tensor.ts';
import { nextTokenLoss } from '../objectives.ts';

/** What a small fixed step of training gave. */
export interface ProbeResult {
  loss: number;
  /** Of the loss for the embedding */
  gradient: number[];
  /** The shortest of a few */
  milliseconds: number;
}

/** Sizes of the probe: a training step of the book's in small. */
const [BATCH, PREFIX, TEXT, VOCABULARY, WIDTH, REPEATS] = [16, 16, 16, 48, 64, 3];
const CONFIG = {
  vocabulary: VOCABULARY,
  prefixLength: PREFIX,
  textLength: TEXT,
  width: WIDTH,
  layers: 2,
  heads: 4,
  mlpWidth: 4 * WIDTH,
};

/** Loss and gradient of a fixed decoder on fixed tokens, with the engine's default device. */
export async function probeStep(): Promise<ProbeResult> {
  const parameters = initialDecoder(initialiser(1), CONFIG);
  const mask = prefixMask(PREFIX, TEXT);
  const lossOf = (
    language: Decoder,
    mask: Tensor,
    facts: Tensor,
    text: Tensor,
    weights: Tensor,
  ) => {
    const prefix = embedTokens(facts, language.embedding.ref);
    const logits = decoder(prefix, text.ref, mask, language, CONFIG.heads);
    return nextTokenLoss(logits, text, weights);
  };
  const step = compile(withGradient(lossOf));
  let result: ProbeResult = { loss: NaN, gradient: [], milliseconds: Infinity };
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    const begin = performance.now();
    const [loss, gradients] = step(
      share(parameters),
      mask.ref,
      tokens(PREFIX),
      tokens(TEXT),
      ones(),
    );
    const gradient = Array.from(await numbersOf(gradients.embedding));
    const [value] = await numbersOf(loss);
    const elapsed = performance.now() - begin;
    // The first one compiles.
    const milliseconds = repeat === 0 ? Infinity : Math.min(result.milliseconds, elapsed);
    result = { loss: value, gradient, milliseconds };
    release([loss, gradients]);
  }
  step.dispose();
  release([parameters, mask]);
  return result;
}

const tokens = (length: number): Tensor =>
  integers(
    Int32Array.from({ length: BATCH * length }, (_, index) => (index * 7) % VOCABULARY),
    [BATCH, length],
  );

const ones = (): Tensor => tensor(new Float32Array(BATCH * TEXT).fill(1), [BATCH, TEXT]);
