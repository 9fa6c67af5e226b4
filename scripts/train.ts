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
import { initialClip } from '../src/vlm/clip.ts';
import { initialConnector } from '../src/vlm/connectors/connector.ts';
import { initialDecoder } from '../src/vlm/decoder.ts';
import { initialiser } from '../src/vlm/initialise.ts';
import { clipConfig, modelConfig } from '../src/vlm/model.ts';
import {
  alignmentStage,
  contrastiveStage,
  instructionStage,
  languageStage,
  type StageSettings,
} from '../src/train/stages.ts';
import { SMALL_WORLD } from '../src/world/config.ts';
import {
  CHECKPOINTS,
  loadDecoder,
  loadReader,
  loadVision,
  STATES,
  trainingPool,
} from './training/artefacts.ts';
import { runStage } from './training/runStage.ts';

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

async function trainConnector(kind: ConnectorKind, stage: 'align' | 'instruct'): Promise<void> {
  const sizes = modelConfig(WORLD, CONNECTORS[kind]);
  const pool = await trainingPool(WORLD, sizes, loadVision());
  const settings = SETTINGS[stage];
  const makeJob = stage === 'align' ? alignmentStage : instructionStage;
  await runStage({
    name: `${stage}-${kind}`,
    settings,
    world: WORLD.id,
    job: makeJob(WORLD, sizes, settings, pool),
    initial: () =>
      stage === 'instruct'
        ? loadReader(kind)
        : {
            connector: initialConnector(
              initialiser(settings.seed),
              sizes.connector,
              sizes.vision.width,
              sizes.decoder.width,
            ),
            decoder: loadDecoder(),
          },
    ships: {
      name: `${stage}-${kind}`,
      // After stage 1 the decoder is still that of stage 0b, which is shipped already.
      part: ({ connector, decoder }) =>
        stage === 'align' ? { connector } : { connector, decoder },
    },
  });
}

const stages: Record<string, () => Promise<void>> = {
  clip: trainClip,
  language: trainLanguage,
  ...Object.fromEntries(
    KINDS.flatMap((kind) =>
      (['align', 'instruct'] as const).map((stage) => [
        `${stage}:${kind}`,
        () => trainConnector(kind, stage),
      ]),
    ),
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
