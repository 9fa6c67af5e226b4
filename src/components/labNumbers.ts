/*
 * The numbers that the chapter on the lab names, in one place for both languages: sizes and settings
 * from the shipped checkpoints, scores from src/data/scores.json, counts from the toy world itself.
 */
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import probeFile from '../data/probe.json';
import scoreFile from '../data/scores.json';
import { trainingRow } from '../figures/labTrainingRow.ts';
import { SMALL_WORLD } from '../world/config.ts';
import { imageSize } from '../world/drawing.ts';
import { layouts, splitCounts } from './labLayouts.ts';
import { createTokenizer } from '../world/vocabulary.ts';

/** The four connectors, the smallest idea first. */
export const CONNECTOR_KINDS = ['linear', 'mlp', 'qFormer', 'perceiver'] as const;
export type ConnectorKind = (typeof CONNECTOR_KINDS)[number];

const files = await loadCheckpoints([
  ...['clip', 'language', 'instruct-mlp'],
  ...CONNECTOR_KINDS.map((kind) => `align-${kind}`),
]);

/** The parameters of a shipped checkpoint whose names begin so. */
export function parametersOf(checkpoint: string, prefix: string): number {
  const { tensors } = files.get(checkpoint)!;
  return [...tensors]
    .filter(([name]) => name.startsWith(prefix))
    .reduce((sum, [, { data }]) => sum + data.length, 0);
}

const shapeOf = (checkpoint: string, name: string): number[] =>
  files.get(checkpoint)!.tensors.get(name)!.shape;

const layersOf = (checkpoint: string, prefix: string): number =>
  new Set(
    [...files.get(checkpoint)!.tensors.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length).split('.')[0]),
  ).size;

/** The picture's side, N image tokens, D, and the layers of each Transformer. */
export const pictureSide = imageSize(SMALL_WORLD);
const [patchLength, width] = shapeOf('clip', 'clip.vision.patchProjection.weight');
export const patchSide = Math.sqrt(patchLength / 3);
export const [imageTokens] = shapeOf('clip', 'clip.vision.positionEmbedding');
export { width };
export const visionLayers = layersOf('clip', 'clip.vision.blocks.');
export const textLayers = layersOf('clip', 'clip.text.blocks.');
export const decoderLayers = layersOf('language', 'decoder.blocks.');
export const [textLength] = shapeOf('language', 'decoder.position');

export const parameters = {
  vision: parametersOf('clip', 'clip.vision.'),
  text: parametersOf('clip', 'clip.text.'),
  clip: parametersOf('clip', 'clip.'),
  decoder: parametersOf('instruct-mlp', 'decoder.'),
  connector: parametersOf('instruct-mlp', 'connector.'),
};
/** Encoder, connector and language model: what answers a question. */
export const wholeModel = parameters.vision + parameters.connector + parameters.decoder;

/** The vocabulary without the tokens that only fill it up. */
export const words = createTokenizer(SMALL_WORLD).words.filter(
  (word) => !word.startsWith('<unused'),
).length;

/** Layouts with so many objects, in all, and in each split. */
export const colours = SMALL_WORLD.colours.length;
export const shapes = SMALL_WORLD.shapes.length;
export const cells = SMALL_WORLD.gridSize ** 2;
export const maximumObjects = SMALL_WORLD.maximumObjects;
export const layoutsOf = (objects: number): number =>
  layouts.filter((scene) => scene.length === objects).length;
export const layoutCount = layouts.length;
export const split = splitCounts;

/** How a stage was trained: from its checkpoint. */
export interface Training {
  steps: number;
  batch: number;
  peak: number;
  firstLoss: number;
  lastLoss: number;
}

export function trainingOf(checkpoint: string): Training {
  const { config, curve } = files.get(checkpoint)!.provenance;
  const { settings } = config as { settings: Pick<Training, 'steps' | 'batch' | 'peak'> };
  return { ...settings, firstLoss: curve[0][1], lastLoss: curve.at(-1)![1] };
}

/** A share of right answers with its standard error. */
export interface Score {
  value: number;
  standardError: number;
  count: number;
}

/** What the examination scores. */
export type Part = 'yesNo' | 'yesNoPairs' | 'choice' | 'circular' | 'open' | 'captions';
type Scores = Record<Part, Score> & { categories: Record<string, Score> };
const results: Record<string, Scores> = scoreFile.results;

export const examinedScenes = scoreFile.scenes;
export const scoresOf = (examinee: string): Scores => results[examinee];
export const CATEGORIES = ['existence', 'count', 'colour', 'position'] as const;
export type Category = (typeof CATEGORIES)[number];
export const categoryOf = (examinee: string, category: Category): Score =>
  results[examinee].categories[category];

/** Who sat the examination, in the order of their training. */
export const EXAMINEES = ['guessing', 'language', 'align-mlp', 'instruct-mlp'] as const;

/** What a linear map reads from an object's image tokens: before training, and after each part of stage 0a. */
export const probe = probeFile.results;

/** Tokens of the row of the figure, and those whose prediction counts. */
export const countedTokens = trainingRow.filter(({ isCounted }) => isCounted).length;
export const trainingRowLength = trainingRow.length;

/** The parameters of each connector. */
export const connectorParameters = (kind: ConnectorKind): number =>
  parametersOf(`align-${kind}`, 'connector.');

/** The interval of two standard errors around a score. */
export const interval = ({ value, standardError }: Score): [number, number] => [
  value - 2 * standardError,
  value + 2 * standardError,
];

/** Guessing: each of two, both of two, one of four, and four times one of four. */
export const guessing = {
  yesNo: 1 / 2,
  pair: 1 / 2 ** 2,
  choice: 1 / 4,
  circular: 1 / 4 ** 4,
};

/** A score that all of independent passes give: pᵏ, for comparison. */
export const allOf = (value: number, passes: number): number => value ** passes;

/** Parameters of the low-rank changes of the query and value projections in every layer. */
export const loraParameters = (rank: number): number => decoderLayers * 2 * (2 * width * rank);

/** A linear map with its bias. */
export const linearParameters = (from: number, to: number): number => from * to + to;

/** LLaVA's linear connector: CLIP's 1024 to the 4096 of a language model of 7 billion parameters. */
export const llavaWidths = { vision: 1024, language: 4096 };
export const llavaConnector = linearParameters(llavaWidths.vision, llavaWidths.language);

/** The rows of the table of stages. */
export const stageRows = [
  { stage: 'contrast', parameters: parameters.clip, ...trainingOf('clip') },
  { stage: 'language', parameters: parameters.decoder, ...trainingOf('language') },
  { stage: 'alignment', parameters: parameters.connector, ...trainingOf('align-mlp') },
  {
    stage: 'instruction',
    parameters: parameters.connector + parameters.decoder,
    ...trainingOf('instruct-mlp'),
  },
] as const;

export const PARTS = ['yesNo', 'yesNoPairs', 'choice', 'circular', 'open', 'captions'] as const;

/** How many tokens a connector gives: its learned vectors, or as many as it takes. */
export function tokensOut(kind: ConnectorKind): number {
  const { tensors } = files.get(`align-${kind}`)!;
  const learned = tensors.get('connector.queries') ?? tensors.get('connector.latents');
  return learned?.shape[0] ?? imageTokens;
}

/** Captions after stage 1, yes/no and circular after stage 2, of one connector. */
export const connectorScores = (
  kind: ConnectorKind,
): Record<'captions' | 'yesNo' | 'circular', Score | undefined> => ({
  captions: results[`align-${kind}`]?.captions,
  yesNo: results[`instruct-${kind}`]?.yesNo,
  circular: results[`instruct-${kind}`]?.circular,
});

/** Whether every connector has that score. */
export const hasConnectorScores = (part: 'captions' | 'yesNo' | 'circular'): boolean =>
  CONNECTOR_KINDS.every((kind) => connectorScores(kind)[part] !== undefined);
