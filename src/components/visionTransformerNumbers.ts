import {
  attentionPairCounts,
  countFlops,
  countParameters,
  patchCount,
  tokenCount,
  visionTransformerConfig,
  type VisionTransformerConfig,
} from '../kernels/modelCost.ts';
import { patchGrid, type PatchGrid } from '../kernels/patchEmbedding.ts';
import { receptiveField } from '../kernels/receptiveField.ts';

/*
 * The numbers that the chapter on ViT names, in one place for both languages; every one is computed
 * by the kernels.
 */

export const base = visionTransformerConfig('ViT-B/16');
export const large = visionTransformerConfig('ViT-L/16');
export const huge = visionTransformerConfig('ViT-H/14');
export const small = visionTransformerConfig('ViT-S/16');
export const tiny = visionTransformerConfig('ViT-Ti/16');

/** The image side at which ViT-B/16 is often fine-tuned. */
export const FINE_TUNING_SIZE = 384;
export const fineTuned: VisionTransformerConfig = { ...base, imageSize: FINE_TUNING_SIZE };

export const pairs = attentionPairCounts(base);
export const parameters = countParameters(base);
export const flops = countFlops(base);

/** The paper's own figures for B, L and H, in millions (arXiv 2010.11929, table 1), and how far off ours are. */
const PAPER_MILLIONS = [86, 307, 632];
export const largestDeviation = Math.max(
  ...[base, large, huge].map((config, i) =>
    Math.abs(countParameters(config).total / (PAPER_MILLIONS[i] * 1e6) - 1),
  ),
);

/** N */
export const patches = patchCount(base);
/** The side of the grid of patches, √N, at 224 pixels and for fine-tuning. */
export const gridSide = gridOf(base).columns;
export const fineTunedGridSide = gridOf(fineTuned).columns;
/** N + 1 */
export const tokens = tokenCount(base);
/** P²C of an RGB image, and of a grey one. */
export const patchLength = lengthOfPatch(base);
export const greyPatchLength = lengthOfPatch({ ...base, channels: 1 });
/** d_h = D / h */
export const headWidth = base.width / base.heads;
/** How many times more pairs there are with pixels as tokens. */
export const pairRatio = pairs.pixelPairs / pairs.patchPairs;

/** P²C */
export function lengthOfPatch(config: VisionTransformerConfig): number {
  return gridOf(config).patchLength;
}

function gridOf({ imageSize, channels, patchSize }: VisionTransformerConfig): PatchGrid {
  return patchGrid({ height: imageSize, width: imageSize, channels }, patchSize);
}

/** The receptive field of a stack of 3 × 3 convolutions of stride 1. */
export function fieldOfDepth(depth: number): number {
  return receptiveField(Array.from({ length: depth }, () => ({ kernelSize: 3, stride: 1 }))).size;
}

/** How many 3 × 3 convolutions of stride 1 it takes to see `pixels` in a row. */
export function depthToSee(pixels: number): number {
  let depth = 0;
  while (fieldOfDepth(depth) < pixels) depth++;
  return depth;
}

/** The share of all operations that grows with the square of the number of tokens. */
export function quadraticShare(config: VisionTransformerConfig): number {
  const { scores, weightedSum, total } = countFlops(config);
  return (scores + weightedSum) / total;
}

/** The number of tokens at which the quadratic part of a layer costs as much as the rest: 2D + D_ff. */
export function crossover({ width, mlpWidth }: VisionTransformerConfig): number {
  return 2 * width + mlpWidth;
}
