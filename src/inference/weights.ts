import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import { CheckpointError } from '../checkpoints/safetensors.ts';
import type { DecoderParameters } from '../kernels/decoder.ts';
import type { Linear } from '../kernels/linear.ts';
import type { Matrix } from '../kernels/matrix.ts';
import type { MlpConnectorWeights } from '../kernels/mlpConnector.ts';
import type { PerceiverWeights } from '../kernels/perceiver.ts';
import type { QFormerWeights } from '../kernels/qFormer.ts';
import type { TextEncoderParameters } from '../kernels/textEncoder.ts';
import type { VisionEncoderParameters } from '../kernels/visionEncoder.ts';
import { Tensors } from './tensors.ts';
import { withChanges } from './tuning.ts';

/** A result for each file, computed once and forgotten with the file. */
export function perFile<Result>(
  compute: (file: CheckpointFile) => Result,
): (file: CheckpointFile) => Result {
  const kept = new WeakMap<CheckpointFile, { result: Result }>();
  return (file) => {
    const known = kept.get(file) ?? { result: compute(file) };
    kept.set(file, known);
    return known.result;
  };
}

/** The parameters of a toy CLIP, as a file of src/vlm/clip.ts holds them. */
export interface ClipWeights {
  vision: VisionEncoderParameters;
  text: TextEncoderParameters;
  /** [D × E] */
  imageProjection: Matrix;
  /** [D × E] */
  textProjection: Matrix;
  /** ln(1 / τ) */
  logScale: number;
}

export const clipWeights = perFile((file): ClipWeights => {
  const clip = new Tensors(file, 'clip');
  const vision = readVisionEncoder(clip.at('vision'));
  const text = readTextEncoder(clip.at('text'));
  const imageProjection = clip.matrix('imageProjection', vision.positionEmbedding.columns, 'any');
  const width = imageProjection.columns;
  return {
    vision,
    text,
    imageProjection,
    textProjection: clip.matrix('textProjection', text.embedding.columns, width),
    logScale: clip.vector('logScale', 1)[0],
  };
});

/** The parameters of a vision encoder below a path, with a class token if the file has one. */
export function readVisionEncoder(tensors: Tensors): VisionEncoderParameters {
  const positionEmbedding = tensors.matrix('positionEmbedding', 'any', 'any');
  const width = positionEmbedding.columns;
  return {
    patchProjection: tensors.linear('patchProjection', 'any', width),
    ...(tensors.has('classToken')
      ? { classToken: tensors.matrix('classToken', 1, width).data }
      : {}),
    positionEmbedding,
    blocks: tensors.blocks(width),
    finalNorm: tensors.layerNorm('finalNorm', width),
  };
}

/** The parameters of a text encoder below a path. */
export function readTextEncoder(tensors: Tensors): TextEncoderParameters {
  const embedding = tensors.matrix('embedding', 'any', 'any');
  const width = embedding.columns;
  return {
    embedding,
    position: tensors.matrix('position', 'any', width),
    blocks: tensors.blocks(width),
    finalNorm: tensors.layerNorm('finalNorm', width),
  };
}

/** The parameters of the decoder in a file, with what tuning has added to it. */
export const decoderWeights = perFile((file): DecoderParameters => {
  const tensors = new Tensors(file);
  return withChanges(readDecoder(tensors.at('decoder')), tensors);
});

/** The parameters of a decoder below a path. */
export function readDecoder(tensors: Tensors): DecoderParameters {
  const embedding = tensors.matrix('embedding', 'any', 'any');
  const width = embedding.columns;
  return {
    embedding,
    prefixPosition: tensors.matrix('prefixPosition', 'any', width),
    position: tensors.matrix('position', 'any', width),
    previousToken: tensors.matrix('previousToken', width, width),
    blocks: tensors.blocks(width),
    finalNorm: tensors.layerNorm('finalNorm', width),
  };
}

/** The parameters of a connector, and which it is. */
export type ConnectorWeights =
  | { kind: 'linear'; weights: Linear }
  | { kind: 'mlp'; weights: MlpConnectorWeights }
  | { kind: 'qFormer'; weights: QFormerWeights }
  | { kind: 'perceiver'; weights: PerceiverWeights };

/** The connector in a file; its tensors say which it is. */
export const connectorWeights = perFile((file): ConnectorWeights => {
  const tensors = new Tensors(file, 'connector');
  if (tensors.has('queries')) return { kind: 'qFormer', weights: readQFormer(tensors) };
  if (tensors.has('latents')) return { kind: 'perceiver', weights: readPerceiver(tensors) };
  if (tensors.has('hidden')) return { kind: 'mlp', weights: readMlpConnector(tensors) };
  if (tensors.has('weight')) {
    return { kind: 'linear', weights: new Tensors(file).linear('connector', 'any', 'any') };
  }
  throw new CheckpointError(`the checkpoint "${file.provenance.name}" holds no connector`);
});

function readMlpConnector(tensors: Tensors): MlpConnectorWeights {
  const hidden = tensors.linear('hidden', 'any', 'any');
  return { hidden, output: tensors.linear('output', hidden.bias.length, 'any') };
}

function readQFormer(tensors: Tensors): QFormerWeights {
  const queries = tensors.matrix('queries', 'any', 'any');
  const width = queries.columns;
  return {
    queries,
    layers: tensors.list('layers', (layer) => ({
      selfNorm: layer.layerNorm('selfNorm', width),
      self: layer.attention('self', width),
      crossNorm: layer.layerNorm('crossNorm', width),
      cross: layer.attention('cross', width, 'any'),
      ...layer.mlp(width),
    })),
    output: tensors.linear('output', width, width),
  };
}

function readPerceiver(tensors: Tensors): PerceiverWeights {
  const latents = tensors.matrix('latents', 'any', 'any');
  const width = latents.columns;
  return {
    latents,
    layers: tensors.list('layers', (layer) => ({
      imageNorm: layer.layerNorm('imageNorm', width),
      latentNorm: layer.layerNorm('latentNorm', width),
      attention: layer.attention('attention', width),
      ...layer.mlp(width),
    })),
    finalNorm: tensors.layerNorm('finalNorm', width),
  };
}
