import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { PixelImage } from '../kernels/image.ts';
import { type Linear, linear } from '../kernels/linear.ts';
import { createMatrix, type Matrix, rowOf, sliceRows, sumRows } from '../kernels/matrix.ts';
import { softmax } from '../kernels/softmax.ts';
import type { VisionEncoderParameters, VisionEncoderResult } from '../kernels/visionEncoder.ts';
import { represent, type Representation } from '../kernels/visionTransformer.ts';
import { encodeImage } from './clip.ts';
import { Tensors } from './tensors.ts';
import { perFile, readVisionEncoder } from './weights.ts';

/** The parameters of the small classifier: one encoder, and a head for each way to read it. */
export interface ClassifierWeights {
  vision: VisionEncoderParameters;
  heads: Readonly<Record<Representation, Linear>>;
}

export const classifierWeights = perFile((file: CheckpointFile): ClassifierWeights => {
  const tensors = new Tensors(file, 'classifier');
  const vision = readVisionEncoder(tensors.at('vision'));
  const width = vision.positionEmbedding.columns;
  const classHead = tensors.linear('classHead', width, 'any');
  const classes = classHead.bias.length;
  return { vision, heads: { class: classHead, mean: tensors.linear('meanHead', width, classes) } };
});

/** What the classifier makes of a picture. */
export interface Classification {
  /** Every step of the encoder; token 0 is the class token. */
  encoded: VisionEncoderResult;
  /** [classes], by each head */
  logits: Readonly<Record<Representation, Float32Array>>;
  /** softmax of the logits */
  probabilities: Readonly<Record<Representation, Float32Array>>;
}

/** Classifies the model's picture of a scene (src/world/drawing.ts, `pixelsOf`). */
export function classify({ vision, heads }: ClassifierWeights, pixels: PixelImage): Classification {
  const encoded = encodeImage(vision, pixels);
  const logitsBy = (representedBy: Representation): Float32Array => {
    const y = represent(encoded.output, representedBy);
    return linear(createMatrix(1, y.length, y), heads[representedBy]).data;
  };
  const logits = { class: logitsBy('class'), mean: logitsBy('mean') };
  const probabilities = { class: softmax(logits.class), mean: softmax(logits.mean) };
  return { encoded, logits, probabilities };
}

/**
 * How much what stands for the image draws on each patch, from a matrix of attention or of attention
 * rollout [N + 1 × N + 1] → [N]: the class token's row, or the mean of the patches' rows. What goes to the
 * class token itself is left out.
 */
export function patchShares(matrix: Matrix, representedBy: Representation): Float32Array {
  if (representedBy === 'class') return rowOf(matrix, 0).slice(1);
  const patches = sliceRows(matrix, 1, matrix.rows);
  return sumRows(patches)
    .map((sum) => sum / patches.rows)
    .slice(1);
}

/** The part of a map over the patches [side · side] that lies on some cells of a grid of gridSize². */
export function shareOnCells(
  shares: Float32Array,
  cells: readonly number[],
  gridSize: number,
): number {
  const side = Math.sqrt(shares.length);
  const along = (patch: number) => Math.floor((patch * gridSize) / side);
  const cellOf = (patch: number) =>
    along(Math.floor(patch / side)) * gridSize + along(patch % side);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const onCells = shares.reduce(
    (sum, share, patch) => (cells.includes(cellOf(patch)) ? sum + share : sum),
    0,
  );
  return onCells / total;
}
