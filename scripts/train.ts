/**
 * Trains the checkpoints that the book ships, from seeds:
 *
 *     node scripts/train.ts                     every stage that is not finished
 *     node scripts/train.ts clip language       some stages, in this order
 *     node scripts/train.ts align:qFormer       a stage of one connector
 *
 * A stage that was stopped goes on from its last saved state (node_modules/.cache/patchwork-training),
 * and ends with the same bytes as one that was not, on the same machine.
 */
import { mkdirSync } from 'node:fs';
import { startEngine } from '../src/vlm/engine.ts';
import { CONNECTORS, type ConnectorKind } from '../src/vlm/connectors/connector.ts';
import { initialClassifier } from '../src/vlm/classifier.ts';
import { initialClip } from '../src/vlm/clip.ts';
import { initialConnector } from '../src/vlm/connectors/connector.ts';
import { initialDecoder } from '../src/vlm/decoder.ts';
import { initialiser } from '../src/vlm/initialise.ts';
import { clipConfig, modelConfig, type Reader } from '../src/vlm/model.ts';
import { CLASSIFIER, classificationStage } from '../src/train/classification.ts';
import {
  alignmentStage,
  connectorStage,
  contrastiveStage,
  instructionStage,
  languageStage,
  type StageSettings,
} from '../src/train/stages.ts';
import { ALL_ROWS, countRows, FIRST_ROWS, sequenceStage } from '../src/train/sequenceStage.ts';
import { initialSeq2seq } from '../src/vlm/seq2seq.ts';
import { sequenceConfig } from '../src/vlm/sequenceModel.ts';
import { MOVING_WORLD, SMALL_WORLD } from '../src/world/config.ts';
import { SEARCH_WORLD } from '../src/world/search.ts';
import {
  CHECKPOINTS,
  loadDecoder,
  loadReader,
  loadVision,
  STATES,
  trainingPool,
} from './training/artefacts.ts';
import { runStage, type Stage } from './training/runStage.ts';

const WORLD = SMALL_WORLD;
const config = modelConfig(WORLD);
const KINDS = Object.keys(CONNECTORS) as ConnectorKind[];

/** Steps, batch, peak learning rate and seed of each stage. */
const SETTINGS = {
  clipOne: { steps: 250, batch: 32, peak: 2e-3, seed: 1 },
  clip: { steps: 1200, batch: 64, peak: 1.5e-3, seed: 2 },
  language: { steps: 2000, batch: 32, peak: 2e-3, seed: 3 },
  align: { steps: 200, batch: 32, peak: 3e-3, seed: 4 },
  instruct: { steps: 8000, batch: 32, peak: 2e-3, seed: 5 },
  connect: { steps: 3000, batch: 32, peak: 2e-3, seed: 6 },
  classifier: { steps: 1000, batch: 32, peak: 2e-3, seed: 7 },
  seq2seqOne: { steps: 1000, batch: countRows(FIRST_ROWS), peak: 2e-3, seed: 8 },
  seq2seq: { steps: 5000, batch: countRows(ALL_ROWS), peak: 2e-3, seed: 9 },
} satisfies Record<string, StageSettings>;

/** Stage 0a in two parts: one object first, then several with hard negatives. */
async function trainClip(): Promise<void> {
  const init = initialiser(SETTINGS.clipOne.seed);
  const one = { ...WORLD, maximumObjects: 1 };
  const first = await runStage<{ clip: ReturnType<typeof initialClip> }>({
    name: 'clip-one-object',
    settings: SETTINGS.clipOne,
    world: WORLD.id,
    job: contrastiveStage(one, WORLD, config, SETTINGS.clipOne, false),
    initial: () => ({ clip: initialClip(init, clipConfig(config)) }),
  });
  await runStage({
    name: 'clip',
    settings: SETTINGS.clip,
    world: WORLD.id,
    job: contrastiveStage(WORLD, WORLD, config, SETTINGS.clip, true),
    initial: () => first,
    ships: { name: 'clip', part: (parameters) => parameters },
  });
}

/** The small Vision Transformer of chapter `vit`, with its two heads. */
async function trainClassifier(): Promise<void> {
  await runStage({
    name: 'classifier',
    settings: SETTINGS.classifier,
    world: SEARCH_WORLD.id,
    job: classificationStage(SETTINGS.classifier),
    initial: () => ({
      classifier: initialClassifier(initialiser(SETTINGS.classifier.seed), CLASSIFIER),
    }),
    ships: { name: 'classifier', part: (parameters) => parameters },
  });
}

async function trainLanguage(): Promise<void> {
  await runStage({
    name: 'language',
    settings: SETTINGS.language,
    world: WORLD.id,
    job: languageStage(WORLD, config, SETTINGS.language),
    initial: () => ({
      decoder: initialDecoder(initialiser(SETTINGS.language.seed), config.decoder),
    }),
    ships: { name: 'language', part: (parameters) => parameters },
  });
}

/** Stage 1: the connector alone, to the decoder of stage 0b. */
async function align(kind: ConnectorKind): Promise<void> {
  const sizes = modelConfig(WORLD, CONNECTORS[kind]);
  const init = initialiser(SETTINGS.align.seed);
  const { vision, decoder } = sizes;
  await runReader({
    name: `align-${kind}`,
    settings: SETTINGS.align,
    job: alignmentStage(
      WORLD,
      sizes,
      SETTINGS.align,
      await trainingPool(WORLD, sizes, loadVision()),
    ),
    initial: () => ({
      connector: initialConnector(init, sizes.connector, vision.width, decoder.width),
      decoder: loadDecoder(),
    }),
    // The decoder is still that of stage 0b, which is shipped already.
    part: ({ connector }) => ({ connector }),
  });
}

/** Stage 2 with the MLP: connector and decoder. */
async function instruct(): Promise<void> {
  const sizes = modelConfig(WORLD);
  await runReader({
    name: 'instruct-mlp',
    settings: SETTINGS.instruct,
    job: instructionStage(
      WORLD,
      sizes,
      SETTINGS.instruct,
      await trainingPool(WORLD, sizes, loadVision()),
    ),
    initial: () => loadReader('align-mlp'),
    part: ({ connector, decoder }) => ({ connector, decoder }),
  });
}

/** Stage 2 with another connector, to the decoder that stage 2 with the MLP has made; it stays frozen. */
async function connect(kind: ConnectorKind): Promise<void> {
  const sizes = modelConfig(WORLD, CONNECTORS[kind]);
  await runReader({
    name: `instruct-${kind}`,
    settings: SETTINGS.connect,
    job: connectorStage(
      WORLD,
      sizes,
      SETTINGS.connect,
      await trainingPool(WORLD, sizes, loadVision()),
    ),
    initial: () => ({
      connector: loadReader(`align-${kind}`).connector,
      decoder: loadReader('instruct-mlp').decoder,
    }),
    part: ({ connector }) => ({ connector }),
  });
}

type ReaderParts = Reader & Record<string, unknown>;

/** Runs a stage of connector and decoder and ships `part` of what it ends with. */
const runReader = ({
  part,
  ...stage
}: Omit<Stage<ReaderParts>, 'world' | 'ships'> & { part: (reader: ReaderParts) => unknown }) =>
  runStage({ ...stage, world: WORLD.id, ships: { name: stage.name, part } });

/** The sequence-to-sequence model, from pixels: one object first, then all tasks at once. */
async function trainSeq2seq(): Promise<void> {
  const sizes = sequenceConfig(MOVING_WORLD);
  const one = { ...MOVING_WORLD, maximumObjects: 1 };
  const init = initialiser(SETTINGS.seq2seqOne.seed);
  const first = await runStage({
    name: 'seq2seq-one-object',
    settings: SETTINGS.seq2seqOne,
    world: MOVING_WORLD.id,
    job: sequenceStage(one, MOVING_WORLD, sizes, SETTINGS.seq2seqOne, FIRST_ROWS),
    initial: () => ({ seq2seq: initialSeq2seq(init, sizes) }),
  });
  await runStage({
    name: 'seq2seq',
    settings: SETTINGS.seq2seq,
    world: MOVING_WORLD.id,
    job: sequenceStage(MOVING_WORLD, MOVING_WORLD, sizes, SETTINGS.seq2seq, ALL_ROWS),
    initial: () => first,
    ships: { name: 'seq2seq', part: (parameters) => parameters },
  });
}

const stages: Record<string, () => Promise<void>> = {
  clip: trainClip,
  language: trainLanguage,
  classifier: trainClassifier,
  seq2seq: trainSeq2seq,
  ...Object.fromEntries(KINDS.map((kind) => [`align:${kind}`, () => align(kind)])),
  'instruct:mlp': instruct,
  ...Object.fromEntries(
    KINDS.filter((kind) => kind !== 'mlp').map((kind) => [`instruct:${kind}`, () => connect(kind)]),
  ),
};

for (const folder of [STATES, CHECKPOINTS]) mkdirSync(folder, { recursive: true });
await startEngine();
const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(stages)) {
  const run = stages[name];
  if (!run) throw new RangeError(`no stage ${name}; there are ${Object.keys(stages).join(', ')}`);
  await run();
}
