import { patchGrid } from '../../kernels/patchEmbedding.ts';
import type { Derived } from './derive.ts';

/** What ViT-B/16 reads: 224 × 224 pixels, RGB, patches of 16 × 16. */
const reference = patchGrid({ height: 224, width: 224, channels: 3 }, 16);

export const challenges = {
  /** As many patches as the reference, each a quarter as long: halve H, W and P together. */
  'same-sequence': (derived: Derived) =>
    derived.kind === 'divided' &&
    derived.patchCount === reference.count &&
    derived.patchLength === reference.patchLength / 4,
};
