import type { EncoderBlockWeights } from './encoderBlock.ts';
import type { LayerNorm } from './layerNorm.ts';
import type { Linear } from './linear.ts';
import { createMatrix, mapMatrix, type Matrix } from './matrix.ts';
import { tokenCount, type VisionTransformerConfig } from './modelCost.ts';
import { patchGrid } from './patchEmbedding.ts';
import { normalSource, type RandomSource, uniformSource } from './random.ts';
import type { VisionTransformerParameters } from './visionTransformer.ts';

/**
 * An untrained Vision Transformer, initialised as the official code does (vit_jax/models_vit.py):
 * patch projection LeCun-normal, attention and MLP Xavier-uniform, position embedding N(0, 0.02²),
 * MLP biases N(0, 10⁻¹²), other biases, the class token and the head 0. So the logits start at exactly 0.
 * (JAX cuts the LeCun normal off at two standard deviations; here it is a plain normal.)
 */
export function initialVisionTransformer(
  config: VisionTransformerConfig,
  seed: number,
): VisionTransformerParameters {
  const normal = normalSource(seed);
  const uniform = uniformSource(seed + 1);
  const { imageSize, channels, patchSize, width, layers, classes } = config;
  const { patchLength } = patchGrid({ height: imageSize, width: imageSize, channels }, patchSize);
  return {
    patchProjection: {
      weight: filled(patchLength, width, () => normal() / Math.sqrt(patchLength)),
      bias: new Float32Array(width),
    },
    classToken: new Float32Array(width),
    positionEmbedding: filled(tokenCount(config), width, () => 0.02 * normal()),
    blocks: Array.from({ length: layers }, () => initialBlock(config, normal, uniform)),
    finalNorm: initialNorm(width),
    head: { weight: createMatrix(width, classes), bias: new Float32Array(classes) },
  };
}

function initialBlock(
  { width, mlpWidth }: VisionTransformerConfig,
  normal: RandomSource,
  uniform: RandomSource,
): EncoderBlockWeights {
  const attentionLinear = () => ({
    weight: xavierUniform(width, width, uniform),
    bias: new Float32Array(width),
  });
  const mlpLinear = (inputs: number, outputs: number): Linear => ({
    weight: xavierUniform(inputs, outputs, uniform),
    bias: filled(1, outputs, () => 1e-6 * normal()).data,
  });
  return {
    attentionNorm: initialNorm(width),
    attention: {
      queries: attentionLinear(),
      keys: attentionLinear(),
      values: attentionLinear(),
      output: attentionLinear(),
    },
    mlpNorm: initialNorm(width),
    mlpHidden: mlpLinear(width, mlpWidth),
    mlpOutput: mlpLinear(mlpWidth, width),
  };
}

/** Uniform in ±√(6 / (inputs + outputs)), Glorot & Bengio 2010. */
function xavierUniform(inputs: number, outputs: number, uniform: RandomSource): Matrix {
  const bound = Math.sqrt(6 / (inputs + outputs));
  return filled(inputs, outputs, () => bound * (2 * uniform() - 1));
}

function filled(rows: number, columns: number, next: RandomSource): Matrix {
  return mapMatrix(createMatrix(rows, columns), next);
}

function initialNorm(width: number): LayerNorm {
  return { scale: new Float32Array(width).fill(1), bias: new Float32Array(width) };
}
