import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { PixelImage } from '../kernels/image.ts';
import {
  encodeTogether,
  type Seq2seqParameters,
  startWriting,
  writeToken,
} from '../kernels/seq2seq.ts';
import { softmax } from '../kernels/softmax.ts';
import { MOVING_WORLD, type WorldConfig } from '../world/config.ts';
import {
  createUnifiedVocabulary,
  MARKS,
  type UnifiedVocabulary,
} from '../world/sequence/unified.ts';
import { HEADS } from './sizes.ts';
import { Tensors } from './tensors.ts';
import { perFile } from './weights.ts';

/** The trained sequence-to-sequence model. */
export interface SequenceModel {
  world: WorldConfig;
  vocabulary: UnifiedVocabulary;
  parameters: Seq2seqParameters;
}

/** One step of writing. */
export interface WritingStep {
  /** The token that is written: the likeliest one */
  token: number;
  word: string;
  /** Of every token of the vocabulary to be the next one; the sum is 1 */
  probabilities: Float32Array;
  /** How much the step looks at each patch and word that was read, the mean over blocks and heads; the sum is 1 */
  attention: Float32Array;
}

/** What the model writes for an instruction. */
export interface Written {
  /** Without the end mark */
  words: string[];
  /** One a word, and one for the end mark if it was written */
  steps: WritingStep[];
  isEnded: boolean;
}

/** The model in a file. Throws a CheckpointError for a wrong file. */
export const createSequenceModel = perFile((file: CheckpointFile): SequenceModel => ({
  world: MOVING_WORLD,
  vocabulary: createUnifiedVocabulary(MOVING_WORLD),
  parameters: readSeq2seq(new Tensors(file, 'seq2seq')),
}));

/** The parameters of an encoder–decoder below a path. */
export function readSeq2seq(tensors: Tensors): Seq2seqParameters {
  const embedding = tensors.matrix('embedding', 'any', 'any');
  const width = embedding.columns;
  return {
    patchProjection: tensors.linear('patchProjection', 'any', width),
    patchPosition: tensors.matrix('patchPosition', 'any', width),
    embedding,
    textPosition: tensors.matrix('textPosition', 'any', width),
    targetPosition: tensors.matrix('targetPosition', 'any', width),
    previousInput: tensors.matrix('previousInput', width, width),
    previousTarget: tensors.matrix('previousTarget', width, width),
    encoder: tensors.list('encoder', (block) => ({
      attentionNorm: block.layerNorm('attentionNorm', width),
      attention: block.attention('attention', width),
      ...block.mlp(width),
    })),
    encoderNorm: tensors.layerNorm('encoderNorm', width),
    decoder: tensors.list('decoder', (block) => ({
      selfNorm: block.layerNorm('selfNorm', width),
      self: block.attention('self', width),
      crossNorm: block.layerNorm('crossNorm', width),
      cross: block.attention('cross', width),
      ...block.mlp(width),
    })),
    decoderNorm: tensors.layerNorm('decoderNorm', width),
  };
}

/** The decoder beside an image and an instruction, before anything is written. */
function open(
  { world, vocabulary, parameters }: SequenceModel,
  image: PixelImage,
  words: readonly string[],
) {
  const instruction = vocabulary.encode(words);
  return startWriting(
    encodeTogether(image, world.cellPixels, instruction, parameters, HEADS),
    parameters,
  );
}

/**
 * Writes word by word the likeliest until the end mark, or until there is no room for more. The image is
 * the world's picture (src/world/drawing.ts, `pixelsOf`); an unknown word throws a RangeError.
 */
export function writeFor(
  model: SequenceModel,
  image: PixelImage,
  instruction: readonly string[],
): Written {
  const { vocabulary, parameters } = model;
  const end = vocabulary.token(MARKS.end);
  const steps: WritingStep[] = [];
  let state = open(model, image, instruction);
  let token = vocabulary.token(MARKS.start);
  while (token !== end && steps.length < parameters.targetPosition.rows) {
    const result = writeToken(token, state, parameters, HEADS);
    const probabilities = softmax(result.logits);
    token = likeliest(probabilities);
    state = result.state;
    const attention = meanAttention(result.attention.flat().map(({ weights }) => weights.data));
    steps.push({ token, word: vocabulary.words[token], probabilities, attention });
  }
  const isEnded = token === end;
  const words = steps.slice(0, isEnded ? -1 : undefined).map(({ word }) => word);
  return { words, steps, isEnded };
}

/**
 * How likely the model is to write each of some options, whole and with the end mark, among these options:
 * the sum is 1. OFA (section 3.4) keeps to the labels of a task in the same way.
 */
export function optionProbabilities(
  model: SequenceModel,
  image: PixelImage,
  instruction: readonly string[],
  options: readonly (readonly string[])[],
): number[] {
  const { vocabulary, parameters } = model;
  const state = open(model, image, instruction);
  const first = writeToken(vocabulary.token(MARKS.start), state, parameters, HEADS);
  const logarithms = options.map((option) => {
    let sum = 0;
    let step = first;
    for (const token of vocabulary.encode([...option, MARKS.end])) {
      sum += Math.log(softmax(step.logits)[token] + Number.MIN_VALUE);
      if (token !== vocabulary.token(MARKS.end)) {
        step = writeToken(token, step.state, parameters, HEADS);
      }
    }
    return sum;
  });
  return Array.from(softmax(Float32Array.from(logarithms)));
}

/**
 * How well a caption fits a picture: the probability of `true` beside that of `false`, for the
 * instruction "match".
 */
export function matchScore(
  model: SequenceModel,
  image: PixelImage,
  caption: readonly string[],
): number {
  const { vocabulary, parameters } = model;
  const state = open(model, image, ['match', ...caption]);
  const { logits } = writeToken(vocabulary.token(MARKS.start), state, parameters, HEADS);
  const [isTrue, isFalse] = ['true', 'false'].map((word) => logits[vocabulary.token(word)]);
  return 1 / (1 + Math.exp(isFalse - isTrue));
}

const likeliest = (probabilities: Float32Array): number =>
  probabilities.reduce((best, value, index) => (value > probabilities[best] ? index : best), 0);

function meanAttention(heads: readonly Float32Array[]): Float32Array {
  return heads[0].map((_, index) =>
    heads.reduce((sum, weights) => sum + weights[index] / heads.length, 0),
  );
}
