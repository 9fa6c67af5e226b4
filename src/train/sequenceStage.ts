import { nn, numpy as np } from '@jax-js/jax';
import { uniformSource } from '../kernels/random.ts';
import { indices } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { sceneOf } from '../world/split.ts';
import { createUnifiedVocabulary } from '../world/sequence/unified.ts';
import { prefixMask } from '../vlm/decoder.ts';
import { type Seq2seq, seq2seq, type SequenceConfig } from '../vlm/seq2seq.ts';
import { release, share, type Tensor } from '../vlm/tensor.ts';
import { cosineSchedule } from './schedule.ts';
import { pictureOf, randomRow, type RowGroup, rowTensors } from './sequenceRows.ts';
import type { StageSettings } from './stages.ts';
import type { Job } from './trainer.ts';

/** Groups of rows; each is padded as little as may be. */
export type RowGroups = readonly RowGroup[];

/** Scenes of one object, so that nothing has to be searched for: mostly what is there, and where. */
export const FIRST_ROWS: RowGroups = [
  {
    rows: 64,
    textLength: 7,
    targetLength: 8,
    share: 0.6,
    tasks: { yesNo: 0.2, open: 0.2, grounding: 0.15, region: 0.15, match: 0.1, event: 0.2 },
  },
  { rows: 24, textLength: 7, targetLength: 16, share: 0.4, tasks: { caption: 0.6, draw: 0.4 } },
];

/** All tasks: short instructions, long ones, and long targets. More of what is learned last. */
export const ALL_ROWS: RowGroups = [
  {
    rows: 64,
    textLength: 7,
    targetLength: 8,
    share: 0.45,
    tasks: { yesNo: 0.5, open: 0.08, grounding: 0.17, region: 0.07, event: 0.18 },
  },
  {
    rows: 48,
    textLength: 23,
    targetLength: 8,
    share: 0.4,
    tasks: { match: 0.55, choice: 0.15, answer: 0.15, rationale: 0.15 },
  },
  { rows: 16, textLength: 23, targetLength: 16, share: 0.15, tasks: { caption: 0.65, draw: 0.35 } },
];

/** Rows in a step. */
export const countRows = (groups: RowGroups): number =>
  groups.reduce((sum, { rows }) => sum + rows, 0);

/** Pictures in a step; several rows are about each. */
const PICTURES = 32;

const TENSORS_A_GROUP = 5;

/**
 * Tasks at once, with one loss: that of the next token of the target. The scenes may be those of a world
 * that is part of the model's own.
 */
export function sequenceStage(
  scenesOf: WorldConfig,
  world: WorldConfig,
  config: SequenceConfig,
  { steps, peak, seed }: StageSettings,
  groups: RowGroups,
): Job<Record<'seq2seq', Seq2seq>> {
  const vocabulary = createUnifiedVocabulary(world);
  return {
    trainable: ['seq2seq'],
    constants: [prefixMask(0, config.targetLength)],
    schedule: cosineSchedule(steps, peak),
    loss: ({ seq2seq: model }, [mask], batch) => {
      const losses = groups.map(({ targetLength: n, share: part }, index) => {
        const [images, text, written, next, weights] = batch.slice(
          index * TENSORS_A_GROUP,
          (index + 1) * TENSORS_A_GROUP,
        );
        const causal = mask.ref.slice([0, n], [0, n]);
        const logits = seq2seq(images, text, written, causal, share(model), config);
        return sequenceLoss(logits, next, weights).mul(part);
      });
      release([mask, model]);
      return losses.reduce((sum, loss) => sum.add(loss));
    },
    batch: (step) => {
      const random = uniformSource(
        Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b),
      );
      const pictures = indices(PICTURES).map(() =>
        pictureOf(world, sceneOf('train', scenesOf, random), random),
      );
      return groups.flatMap((group) => {
        const rows = indices(group.rows).map(() => randomRow(world, pictures, group, random));
        return rowTensors(world, vocabulary, rows, group.textLength, group.targetLength);
      });
    },
  };
}

/** −Σ mᵢ log p(yᵢ | y₍<ᵢ₎) / Σ mᵢ: logits [B × n × V], targets y [B × n] (int32), weights m [B × n] → []. */
export function sequenceLoss(logits: Tensor, targets: Tensor, weights: Tensor): Tensor {
  const vocabulary = logits.shape[2];
  const chosen = nn.logSoftmax(logits, -1).mul(nn.oneHot(targets, vocabulary)).sum(-1); // [B × n]
  const total = chosen.mul(weights.ref).sum();
  return total.mul(np.reciprocal(weights.sum())).neg();
}
