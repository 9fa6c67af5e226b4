import { patchGrid } from './patchEmbedding.ts';

/** The numbers that define a Vision Transformer. */
export interface VisionTransformerConfig {
  readonly name: string;
  readonly layers: number;
  /** D */
  readonly width: number;
  readonly mlpWidth: number;
  readonly heads: number;
  /** P */
  readonly patchSize: number;
  /** Height and width of the square image. */
  readonly imageSize: number;
  readonly channels: number;
  readonly classes: number;
}

const IMAGENET = { imageSize: 224, channels: 3, classes: 1000 };
const TINY = { layers: 12, width: 192, mlpWidth: 768, heads: 3, ...IMAGENET };
const SMALL = { layers: 12, width: 384, mlpWidth: 1536, heads: 6, ...IMAGENET };
const BASE = { layers: 12, width: 768, mlpWidth: 3072, heads: 12, ...IMAGENET };
const LARGE = { layers: 24, width: 1024, mlpWidth: 4096, heads: 16, ...IMAGENET };
const HUGE = { layers: 32, width: 1280, mlpWidth: 5120, heads: 16, ...IMAGENET };

/** The published models at 224 × 224 pixels with a head for 1000 classes (ViT: B, L, H; DeiT: Ti, S). */
export const VISION_TRANSFORMERS: readonly VisionTransformerConfig[] = [
  { name: 'ViT-Ti/16', ...TINY, patchSize: 16 },
  { name: 'ViT-S/16', ...SMALL, patchSize: 16 },
  { name: 'ViT-B/16', ...BASE, patchSize: 16 },
  { name: 'ViT-B/32', ...BASE, patchSize: 32 },
  { name: 'ViT-L/16', ...LARGE, patchSize: 16 },
  { name: 'ViT-H/14', ...HUGE, patchSize: 14 },
];

/** The configuration of a published model. Throws a RangeError for an unknown name. */
export function visionTransformerConfig(name: string): VisionTransformerConfig {
  const found = VISION_TRANSFORMERS.find((config) => config.name === name);
  if (!found) {
    const known = VISION_TRANSFORMERS.map((config) => config.name).join(', ');
    throw new RangeError(`no Vision Transformer is called ${name}; known: ${known}`);
  }
  return found;
}

/** N, the number of patches: HW / P². */
export function patchCount(config: VisionTransformerConfig): number {
  return patchGrid(imageShape(config), config.patchSize).count;
}

/** N + 1: the patches and the class token. */
export function tokenCount(config: VisionTransformerConfig): number {
  return patchCount(config) + 1;
}

/** Where the parameters of a model sit. */
export interface ParameterCounts {
  readonly patchEmbedding: number;
  readonly classToken: number;
  readonly positionEmbedding: number;
  /** One encoder block, part by part. */
  readonly block: {
    readonly attentionNorm: number;
    /** The projections to Q, K and V. */
    readonly queryKeyValue: number;
    readonly attentionOutput: number;
    readonly mlpNorm: number;
    readonly mlp: number;
    readonly total: number;
  };
  /** All encoder blocks. */
  readonly blocks: number;
  readonly finalNorm: number;
  /** Everything but the head. */
  readonly backbone: number;
  readonly head: number;
  readonly total: number;
}

/** Counts the parameters, biases included, of a model with one linear layer as its head. */
export function countParameters(config: VisionTransformerConfig): ParameterCounts {
  const { width, mlpWidth } = config;
  const norm = 2 * width;
  const blockParts = {
    attentionNorm: norm,
    queryKeyValue: linearParameters(width, 3 * width),
    attentionOutput: linearParameters(width, width),
    mlpNorm: norm,
    mlp: linearParameters(width, mlpWidth) + linearParameters(mlpWidth, width),
  };
  const block = { ...blockParts, total: sumOf(blockParts) };
  const parts = {
    patchEmbedding: linearParameters(patchLength(config), width),
    classToken: width,
    positionEmbedding: tokenCount(config) * width,
    blocks: config.layers * block.total,
    finalNorm: norm,
  };
  const backbone = sumOf(parts);
  const head = linearParameters(width, config.classes);
  return { ...parts, block, backbone, head, total: backbone + head };
}

/** Where the floating-point operations of one forward pass go, all layers together. */
export interface FlopCounts {
  readonly patchEmbedding: number;
  readonly queryKeyValue: number;
  /** Q Kᵀ, quadratic in the number of tokens. */
  readonly scores: number;
  /** softmax(…) V, quadratic as well. */
  readonly weightedSum: number;
  readonly attentionOutput: number;
  readonly mlp: number;
  readonly head: number;
  readonly total: number;
}

/**
 * The operations of the matrix products of one forward pass. A multiplication and the addition
 * after it count as two, so papers that count multiply-adds ("MACs") report half of this.
 * Normalisation, softmax, GELU, biases and residual sums, together less than one per cent, are left out.
 */
export function countFlops(config: VisionTransformerConfig): FlopCounts {
  const { layers, width, mlpWidth } = config;
  const tokens = tokenCount(config);
  const parts = {
    patchEmbedding: matmulFlops(patchCount(config), patchLength(config), width),
    queryKeyValue: layers * matmulFlops(tokens, width, 3 * width),
    // h heads of width D / h cost as much as one of width D.
    scores: layers * matmulFlops(tokens, width, tokens),
    weightedSum: layers * matmulFlops(tokens, tokens, width),
    attentionOutput: layers * matmulFlops(tokens, width, width),
    mlp: layers * 2 * matmulFlops(tokens, width, mlpWidth),
    head: matmulFlops(1, width, config.classes),
  };
  return { ...parts, total: sumOf(parts) };
}

/** Pairs of tokens that one head of one layer compares, if tokens were pixels and if they are patches. */
export interface AttentionPairCounts {
  readonly pixels: number;
  readonly pixelPairs: number;
  readonly patches: number;
  readonly patchPairs: number;
}

/** Why ViT cuts patches: (HW)² pairs of pixels against N² pairs of patches (class token left out). */
export function attentionPairCounts(config: VisionTransformerConfig): AttentionPairCounts {
  const pixels = config.imageSize ** 2;
  const patches = patchCount(config);
  return { pixels, pixelPairs: pixels ** 2, patches, patchPairs: patches ** 2 };
}

function imageShape({ imageSize, channels }: VisionTransformerConfig) {
  return { height: imageSize, width: imageSize, channels };
}

function patchLength(config: VisionTransformerConfig): number {
  return patchGrid(imageShape(config), config.patchSize).patchLength;
}

function linearParameters(inputs: number, outputs: number): number {
  return inputs * outputs + outputs;
}

/** [n × m] · [m × p]: n · p sums of m products. */
function matmulFlops(rows: number, inner: number, columns: number): number {
  return 2 * rows * inner * columns;
}

function sumOf(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}
