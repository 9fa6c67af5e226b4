import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { DecoderState } from '../kernels/decoder.ts';
import type { PixelImage } from '../kernels/image.ts';
import { linearConnector } from '../kernels/linearConnector.ts';
import type { Matrix } from '../kernels/matrix.ts';
import { mlpConnector } from '../kernels/mlpConnector.ts';
import { perceiver, type PerceiverLayerResult } from '../kernels/perceiver.ts';
import { qFormer, type QFormerLayerResult } from '../kernels/qFormer.ts';
import type { VisionEncoderParameters, VisionEncoderResult } from '../kernels/visionEncoder.ts';
import { SMALL_WORLD, type WorldConfig } from '../world/config.ts';
import { questionWords } from '../world/modelText.ts';
import { encodeImage } from './clip.ts';
import {
  type Answer,
  answerFrom,
  type AnswerOptions,
  createLanguageModel,
  type LanguageModel,
  readVectors,
} from './language.ts';
import { HEADS } from './sizes.ts';
import { clipWeights, type ConnectorWeights, connectorWeights } from './weights.ts';

/** A trained model that answers questions about a picture. */
export interface Reader {
  world: WorldConfig;
  vision: VisionEncoderParameters;
  connector: ConnectorWeights;
  language: LanguageModel;
}

/** The files that a reader is put together from; one may serve twice. */
export interface ReaderFiles {
  /** `clip`: the vision encoder is that of the toy CLIP */
  vision: CheckpointFile;
  /** `align-*` or `instruct-*` */
  connector: CheckpointFile;
  /** `language` with an `align-*` connector; `instruct-mlp`, or a tuned one, with an `instruct-*` one */
  decoder: CheckpointFile;
}

/** A reader; the weights of a file are taken apart once. Throws a CheckpointError for a wrong file. */
export const createReader = (
  { vision, connector, decoder }: ReaderFiles,
  world: WorldConfig = SMALL_WORLD,
): Reader => ({
  world,
  vision: clipWeights(vision).vision,
  connector: connectorWeights(connector),
  language: createLanguageModel(decoder, world),
});

/** What a connector makes of image tokens. */
export interface Connected {
  /** The tokens for the language model [M × D] */
  tokens: Matrix;
  /** The steps of a Q-Former or a Perceiver, with where its learned vectors look */
  qFormer?: readonly QFormerLayerResult[];
  perceiver?: readonly PerceiverLayerResult[];
}

/** Image tokens [N × D_vision] → tokens for the language model [M × D]. */
export function connect(tokens: Matrix, connector: ConnectorWeights): Connected {
  switch (connector.kind) {
    case 'linear':
      return { tokens: linearConnector(tokens, connector.weights) };
    case 'mlp':
      return { tokens: mlpConnector(tokens, connector.weights) };
    case 'qFormer': {
      const { output, layers } = qFormer(tokens, connector.weights, HEADS);
      return { tokens: output, qFormer: layers };
    }
    case 'perceiver': {
      const { output, layers } = perceiver(tokens, connector.weights, HEADS);
      return { tokens: output, perceiver: layers };
    }
  }
}

/** A picture that has been looked at: any number of questions can be answered from it. */
export interface Look {
  /** Every step of the vision encoder; `encoded.output` are the image tokens [N × D_vision]. */
  encoded: VisionEncoderResult;
  connected: Connected;
  /** Learned vectors that the language model has before the image tokens */
  softLength: number;
  /** Of the language model after the image */
  state: DecoderState;
}

/** Looks at the model's picture of a scene (src/world/drawing.ts, `pixelsOf`). */
export function look({ vision, connector, language }: Reader, pixels: PixelImage): Look {
  const encoded = encodeImage(vision, pixels);
  const connected = connect(encoded.output, connector);
  const softLength = language.weights.softPrompt?.rows ?? 0;
  return { encoded, connected, softLength, state: readVectors(language, connected.tokens) };
}

/** Answers a question in the model's words; an unknown word throws a RangeError. */
export const answer = (
  reader: Reader,
  seen: Look,
  question: readonly string[],
  options?: AnswerOptions,
): Answer => answerFrom(reader.language, seen.state, question, options);

/** The model's description of the picture. */
export const caption = (reader: Reader, seen: Look, options?: AnswerOptions): Answer =>
  answer(reader, seen, questionWords(reader.world, { kind: 'describe' }), options);

/** The part of a step's attention that lies on the image: `attention[layer][head]` [M]. */
export const attentionToImage = (
  { attention }: { attention: readonly (readonly Float32Array[])[] },
  { connected, softLength }: Look,
): Float32Array[][] => {
  const end = softLength + connected.tokens.rows;
  return attention.map((heads) => heads.map((weights) => weights.subarray(softLength, end)));
};
