import type { WorldConfig } from '../world/config.ts';
import { imageSize } from '../world/drawing.ts';
import { createUnifiedVocabulary } from '../world/sequence/unified.ts';
import type { SequenceConfig } from './seq2seq.ts';

/** The sizes that the book trains: one patch a cell, so that image and longest instruction are 32 tokens. */
export const sequenceConfig = (world: WorldConfig): SequenceConfig => ({
  vocabulary: createUnifiedVocabulary(world).words.length,
  imageSize: imageSize(world),
  patchSize: world.cellPixels,
  textLength: 23,
  targetLength: 16,
  width: 64,
  mlpWidth: 128,
  heads: 4,
  encoderLayers: 3,
  decoderLayers: 2,
});
