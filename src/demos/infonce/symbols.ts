import type { Loss, MatrixName } from './state.ts';

/* Ids of content/symbols.yaml: what the demo shows of the chapter's equations. */

export const LOSS_SYMBOL: Record<Loss, string> = {
  softmax: 'info-nce-loss',
  sigmoid: 'siglip-loss',
};

export const TEMPERATURE_SYMBOL: Record<Loss, string> = {
  softmax: 'temperature',
  sigmoid: 'sigmoid-scale',
};

export const MATRIX_SYMBOL: Record<MatrixName, string> = {
  cosines: 'contrastive-logits',
  rows: 'text-given-image',
  columns: 'image-given-text',
  each: 'pair-probability',
  gradient: 'gradient',
};
