import { numpy as np } from '@jax-js/jax';
import { type Block, initialBlock, transformerBlocks } from './block.ts';
import { type CrossBlock, crossBlock, initialCrossBlock } from './crossBlock.ts';
import { embedTokens, shift } from './decoder.ts';
import type { Initialiser } from './initialise.ts';
import {
  initialLayerNorm,
  type LayerNorm,
  layerNorm,
  type Linear,
  linear,
  project,
} from './layers.ts';
import type { Tensor } from './tensor.ts';
import { initialPatchProjection, patchify } from './visionEncoder.ts';

/** The sizes of a sequence-to-sequence model of images and text. */
export interface SequenceConfig {
  vocabulary: number;
  imageSize: number;
  patchSize: number;
  /** The longest instruction and the longest target, in tokens */
  textLength: number;
  targetLength: number;
  width: number;
  mlpWidth: number;
  heads: number;
  encoderLayers: number;
  decoderLayers: number;
}

/** The parameters of an encoder–decoder with one vocabulary for all that it reads and writes. */
export interface Seq2seq {
  /** P²C → D */
  patchProjection: Linear;
  /** [patches × D] */
  patchPosition: Tensor;
  /** [V × D], of instruction and target; its transpose is also the output layer */
  embedding: Tensor;
  /** [textLength × D] */
  textPosition: Tensor;
  /** [targetLength × D] */
  targetPosition: Tensor;
  /** [D × D] each, see `decoder` in decoder.ts */
  previousInput: Tensor;
  previousTarget: Tensor;
  encoder: Block[];
  encoderNorm: LayerNorm;
  decoder: CrossBlock[];
  decoderNorm: LayerNorm;
}

/** A new model. */
export function initialSeq2seq(init: Initialiser, config: SequenceConfig): Seq2seq {
  const { vocabulary, imageSize, patchSize, textLength, targetLength, width, mlpWidth } = config;
  const patches = (imageSize / patchSize) ** 2;
  const mix = () => init.normal([width, width], 0.5 / Math.sqrt(width));
  return {
    patchProjection: initialPatchProjection(init, patchSize * patchSize * 3, width),
    patchPosition: init.normal([patches, width], 0.3),
    embedding: init.normal([vocabulary, width], 1 / Math.sqrt(width)),
    textPosition: init.normal([textLength, width], 0.1),
    targetPosition: init.normal([targetLength, width], 0.1),
    previousInput: mix(),
    previousTarget: mix(),
    encoder: Array.from({ length: config.encoderLayers }, () =>
      initialBlock(init, width, mlpWidth),
    ),
    encoderNorm: initialLayerNorm(init, width),
    decoder: Array.from({ length: config.decoderLayers }, () =>
      initialCrossBlock(init, width, mlpWidth),
    ),
    decoderNorm: initialLayerNorm(init, width),
  };
}

/**
 * The logits of the next token after each one written: images [B × H × W × 3], instruction [B × t] and
 * written [B × n] (int32, padded with 0), causal mask [n × n] (`prefixMask(0, n)`) → [B × n × V].
 * Image and instruction are one input to the encoder, and the instruction alone says what the decoder
 * is to write, as in VL-T5 (arXiv 2102.02779) and OFA (arXiv 2202.03052).
 */
export function seq2seq(
  images: Tensor,
  instruction: Tensor,
  written: Tensor,
  causal: Tensor,
  parameters: Seq2seq,
  { heads, patchSize }: Pick<SequenceConfig, 'heads' | 'patchSize'>,
): Tensor {
  const patches = patchify(images, patchSize); // [B × N × P²C]
  const { encoder, encoderNorm, patchProjection, patchPosition, textPosition } = parameters;
  const { embedding, previousInput } = parameters;
  const count = patches.shape[1];
  const length = instruction.shape[1];
  const padding = paddingMask(instruction.ref, count); // [B × 1 × 1 × (N + t)]
  const image = linear(patches, patchProjection).add(patchPosition); // [B × N × D]
  const text = embedTokens(instruction, embedding.ref).add(textPosition.slice([0, length]));
  const joined = np.concatenate([image, text], 1); // [B × (N + t) × D]
  const x = joined.ref.add(shift(project(joined, previousInput)));
  const options = { heads, activation: 'squaredRelu', mask: padding.ref } as const;
  const memory = layerNorm(transformerBlocks(x, encoder, options), encoderNorm);
  const z = write(memory, { causal, padding }, written, parameters, heads); // [B × n × D]
  return project(layerNorm(z, parameters.decoderNorm), embedding.transpose());
}

/** The decoder's states, memory [B × m × D], written [B × n] → [B × n × D]. */
function write(
  memory: Tensor,
  { causal, padding }: { causal: Tensor; padding: Tensor },
  written: Tensor,
  { embedding, targetPosition, previousTarget, decoder }: Seq2seq,
  heads: number,
): Tensor {
  const length = written.shape[1];
  const y = embedTokens(written, embedding.ref).add(targetPosition.slice([0, length]));
  const start = y.ref.add(shift(project(y, previousTarget)));
  const end = decoder.reduce(
    (z, block) =>
      crossBlock(z, memory.ref, block, {
        heads,
        activation: 'squaredRelu',
        causal: causal.ref,
        padding: padding.ref,
      }),
    start,
  );
  [memory, causal, padding].forEach((done) => done.dispose());
  return end;
}

/** 0 at patches and words, −1e9 at padding (token 0), tokens [B × t] → [B × 1 × 1 × (patches + t)]. */
function paddingMask(tokens: Tensor, patches: number): Tensor {
  const [batch, length] = tokens.shape;
  const isText = tokens.notEqual(0).astype(np.float32); // [B × t]
  const joined = np.concatenate([np.ones([batch, patches]), isText], 1);
  return joined
    .sub(1)
    .mul(1e9)
    .reshape([batch, 1, 1, patches + length]);
}
