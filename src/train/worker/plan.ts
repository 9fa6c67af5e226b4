import { uniformSource } from '../../kernels/random.ts';
import type { CheckpointFile } from '../../checkpoints/checkpointFile.ts';
import type { Checkpoints } from '../../checkpoints/shipped.ts';
import { initialClip, type Clip } from '../../vlm/clip.ts';
import { initialConnector } from '../../vlm/connectors/connector.ts';
import { initialDecoder } from '../../vlm/decoder.ts';
import { initialiser } from '../../vlm/initialise.ts';
import { clipConfig, type ModelConfig } from '../../vlm/model.ts';
import type { VisionEncoder } from '../../vlm/visionEncoder.ts';
import { SMALL_WORLD, type WorldConfig } from '../../world/config.ts';
import { sceneOf } from '../../world/split.ts';
import { adaptationStage, initialChange, METHOD_PARTS } from '../adaptation.ts';
import type { RunDescription, StageDescription } from '../description.ts';
import { failureOf, TrainingError } from '../failures.ts';
import { encodeScenes, type FeaturePool } from '../features.ts';
import { cosineSchedule } from '../schedule.ts';
import { alignmentStage, contrastiveStage, instructionStage, languageStage } from '../stages.ts';
import { TASKS } from '../tasks.ts';
import type { Job, Parts } from '../trainer.ts';
import type { Environment } from './environment.ts';
import { hasPart, makePart, partOf, type StoredParts } from './parts.ts';
import type { LoadingStep } from './protocol.ts';

/** The world that readers train in. */
export const WORLD: WorldConfig = SMALL_WORLD;

/** A stage that is ready to begin. */
export interface PreparedStage {
  description: StageDescription;
  config: ModelConfig;
  job: Job<Parts>;
  /** The parameters that it begins with */
  parameters: Parts;
  /** The frozen encoder, of a stage that looks at images through it */
  vision?: VisionEncoder;
}

/** Prepares the stages of a run, one after the other. */
export interface Planner {
  /** `trained` is what earlier stages, or this one before it was interrupted, have trained. */
  prepare(stageIndex: number, trained: StoredParts): Promise<PreparedStage>;
}

/** The parts that a stage trains. */
export function trainedParts(stage: StageDescription): readonly string[] {
  switch (stage.kind) {
    case 'contrastive':
      return ['clip'];
    case 'language':
      return ['decoder'];
    case 'alignment':
      return ['connector'];
    case 'instruction':
      return ['connector', 'decoder'];
    case 'peft':
      return [METHOD_PARTS[stage.method]];
    case 'finished':
      return [];
  }
}

const CHANGES = ['lora', 'adapters', 'softPrompt'];

/** The planner of a run. `own` are the reader's models, those that come first first. */
export function createPlanner(
  run: RunDescription,
  own: readonly CheckpointFile[],
  environment: Environment,
  onLoading: (what: LoadingStep, share: number) => Promise<void>,
): Planner {
  const config = environment.sizesOf(run.connector);
  let images: Promise<{ vision: VisionEncoder; pool: FeaturePool }> | undefined;

  const part = async (name: string, stage: StageDescription, trained: StoredParts) => {
    if (hasPart(trained, name)) return makePart(trained, name);
    const mine = stage.from === 'mine' ? partOf(own, name) : undefined;
    if (mine) return mine;
    return isNew(name, stage)
      ? initialPart(name, stage, config)
      : shippedPart(name, shippedFile(name, stage, run), environment);
  };

  const loadImages = async (stage: StageDescription, trained: StoredParts) => {
    const { vision } = (await part('clip', stage, trained)) as Clip;
    const size = stage.kind === 'finished' ? 0 : poolSize(run, environment);
    const pool = await trainingPool(vision, config, size, (share) => onLoading('features', share));
    return { vision, pool };
  };

  const prepareReader = async (stage: StageDescription, trained: StoredParts) => {
    const { vision, pool } = await (images ??= loadImages(stage, trained));
    const isMine = (name: string) =>
      stage.from === 'mine' && own.some((f) => hasPart(f.tensors, name));
    const names = new Set([
      ...['connector', 'decoder'],
      ...trainedParts(stage),
      ...CHANGES.filter((name) => stage.kind === 'finished' && isMine(name)),
    ]);
    const parameters: Parts = {};
    for (const name of names) parameters[name] = await part(name, stage, trained);
    return { vision, parameters, job: imageJob(stage, config, pool) };
  };

  return {
    prepare: async (stageIndex, trained) => {
      const description = run.stages[stageIndex];
      await onLoading('checkpoints', 0);
      if (description.kind !== 'contrastive' && description.kind !== 'language') {
        return { description, config, ...(await prepareReader(description, trained)) };
      }
      const [name] = trainedParts(description);
      const parameters = { [name]: await part(name, description, trained) };
      return { description, config, parameters, job: textOrClipJob(description, config) };
    },
  };
}

/** Each picture is seen about three times: encoding them takes time too. */
function poolSize({ stages }: RunDescription, { largestPool }: Environment): number {
  const rows = Math.max(...stages.map(({ steps, batch }) => steps * batch));
  return Math.min(largestPool, Math.max(1024, Math.ceil(rows / 3)));
}

/** Whether a part begins as random numbers, where the reader has none of their own. */
function isNew(name: string, stage: StageDescription): boolean {
  if (!trainedParts(stage).includes(name) || stage.from === 'shipped')
    return CHANGES.includes(name);
  switch (stage.kind) {
    case 'instruction':
      return stage.from === 'scratch' && name === 'connector';
    case 'peft':
      return CHANGES.includes(name);
    default:
      return true;
  }
}

function initialPart(name: string, stage: StageDescription, config: ModelConfig): unknown {
  const init = initialiser(stage.seed);
  switch (name) {
    case 'clip':
      return initialClip(init, clipConfig(config));
    case 'decoder':
      return initialDecoder(init, config.decoder);
    case 'connector':
      return initialConnector(init, config.connector, config.vision.width, config.decoder.width);
    default:
      return stage.kind === 'peft' ? initialChange(init, stage.method, config) : undefined;
  }
}

/** The shipped file that has a part as it is at the start of a stage. */
function shippedFile(
  name: string,
  { kind }: StageDescription,
  { connector }: RunDescription,
): string {
  const isFinished = kind === 'peft' || kind === 'finished';
  if (name === 'clip') return 'clip';
  // The other connectors were trained to the decoder that the MLP's stage 2 has made.
  if (name === 'decoder') return isFinished ? 'instruct-mlp' : 'language';
  return `${isFinished ? 'instruct' : 'align'}-${connector}`;
}

async function shippedPart(part: string, name: string, environment: Environment): Promise<unknown> {
  const files = await fetched(name, environment);
  return partOf([...files.values()], part) ?? refuse(`${name} holds no "${part}"`);
}

async function fetched(name: string, environment: Environment): Promise<Checkpoints> {
  try {
    return await environment.loadCheckpoints([name]);
  } catch (error) {
    const { kind, message } = failureOf(error);
    if (kind !== 'unexpected') throw error; // corrupt, or too much for the memory
    throw new TrainingError('checkpointMissing', message, { cause: error });
  }
}

function refuse(message: string): never {
  throw new TrainingError('checkpointRefused', message);
}

/** Pictures of training layouts as the frozen encoder sees them. */
function trainingPool(
  vision: VisionEncoder,
  config: ModelConfig,
  size: number,
  onShare: (share: number) => Promise<void>,
): Promise<FeaturePool> {
  const random = uniformSource(6);
  const scenes = Array.from({ length: size }, () => sceneOf('train', WORLD, random));
  return encodeScenes(WORLD, scenes, random, vision, config.vision, (done) => onShare(done / size));
}

function textOrClipJob(
  stage: StageDescription & { kind: 'contrastive' | 'language' },
  config: ModelConfig,
): Job<Parts> {
  if (stage.kind === 'language') return languageStage(WORLD, config, stage) as Job<Parts>;
  const isOne = stage.objects === 'one';
  const scenesOf = isOne ? { ...WORLD, maximumObjects: 1 } : WORLD;
  return contrastiveStage(scenesOf, WORLD, config, stage, !isOne) as unknown as Job<Parts>;
}

function imageJob(stage: StageDescription, config: ModelConfig, pool: FeaturePool): Job<Parts> {
  switch (stage.kind) {
    case 'alignment':
      return alignmentStage(WORLD, config, stage, pool) as unknown as Job<Parts>;
    case 'instruction':
      return instructionStage(WORLD, config, stage, pool) as unknown as Job<Parts>;
    case 'peft': {
      const kind = { method: stage.method, task: TASKS[stage.task] };
      return adaptationStage(WORLD, config, stage, pool, kind) as unknown as Job<Parts>;
    }
    default:
      return noJob();
  }
}

/** Of a finished model: no step is made. */
const noJob = (): Job<Parts> => ({
  trainable: [],
  constants: [],
  schedule: cosineSchedule(0, 0),
  loss: () => {
    throw new RangeError('a finished model is not trained');
  },
  batch: () => [],
});
