import { encodeCheckpoint, type Provenance } from '../../checkpoints/checkpointFile.ts';
import { SPLIT_RULE } from '../../world/split.ts';
import { failureOf, isFatal } from '../failures.ts';
import type { Parts } from '../trainer.ts';
import { examine } from './examiner.ts';
import type { Serving } from './mailbox.ts';
import type { CheckpointContent } from './protocol.ts';
import { storeParts, type StoredParts } from './parts.ts';
import { trainedParts, WORLD } from './plan.ts';
import type { RunContext } from './runner.ts';
import { createSampler } from './sampler.ts';
import type { StageOfRun } from './stageRun.ts';

/** The stage at the moment. */
export interface Moment {
  parameters(): Parts;
  doneSteps(): number;
  save(): Promise<void>;
}

/** Serves requests with the weights of the moment. */
export interface Server {
  /** Never rejects for what was wrong with the request: it says so. */
  serve(request: Serving): Promise<void>;
  dispose(): void;
}

/** The server of a stage. */
export function createServer(context: RunContext, stage: StageOfRun, moment: Moment): Server {
  const { port } = context;
  const sampler = createSampler(stage.prepared, moment.parameters);

  const respond = async (request: Serving): Promise<void> => {
    const { id } = request;
    switch (request.kind) {
      case 'save':
        return moment.save();
      case 'sample': {
        const { askings } = request;
        const step = moment.doneSteps();
        const found = await sampler.sample(askings);
        return port.post({ kind: 'sample', id, sample: { step, askings, ...found } });
      }
      case 'examine':
        return respondExamined(request, context, stage, moment);
      case 'checkpoint': {
        const bytes = await checkpointOf(request, stage, moment);
        return port.post({ kind: 'checkpoint', id, bytes }, [bytes.buffer]);
      }
    }
  };

  return {
    serve: async (request) => {
      try {
        await respond(request);
      } catch (error) {
        const failure = failureOf(error);
        const isOfRequest = failure.kind === 'unexpected' && request.kind !== 'save';
        const told = isOfRequest ? { ...failure, kind: 'request' as const } : failure;
        if (isFatal(told)) throw error;
        port.post({ kind: 'failed', id: request.id, failure: told });
      }
    },
    dispose: sampler.dispose,
  };
}

async function respondExamined(
  { id, scenes, seed }: Extract<Serving, { kind: 'examine' }>,
  { port, environment }: RunContext,
  { prepared }: StageOfRun,
  moment: Moment,
): Promise<void> {
  const step = moment.doneSteps();
  const onShare = async (share: number) => {
    port.post({ kind: 'examining', id, share });
    await environment.breathe();
  };
  const found = await examine(prepared, moment.parameters(), { scenes, seed, onShare });
  port.post({ kind: 'examined', id, examined: { step, ...found } });
}

/** A checkpoint file, in half precision as the shipped ones. */
async function checkpointOf(
  { what, name }: Extract<Serving, { kind: 'checkpoint' }>,
  stage: StageOfRun,
  moment: Moment,
): Promise<Uint8Array<ArrayBuffer>> {
  const { run, index, recorder } = stage;
  const { seed } = run.stages[index];
  const provenance: Provenance = {
    name,
    config: { world: WORLD.id, settings: { seed }, run },
    seed,
    split: SPLIT_RULE,
    curve: recorder.curve(),
    step: moment.doneSteps(),
  };
  return encodeCheckpoint({ tensors: await contentOf(what, stage, moment), provenance }, 'F16');
}

async function contentOf(
  what: CheckpointContent,
  { prepared, trained }: StageOfRun,
  moment: Moment,
): Promise<StoredParts> {
  const all = moment.parameters();
  const isWhole = what === 'whole';
  const names = isWhole ? Object.keys(all) : trainedParts(prepared.description);
  const now = await storeParts(Object.fromEntries(names.map((name) => [name, all[name]])));
  const vision: StoredParts =
    isWhole && prepared.vision
      ? await storeParts({ clip: { vision: prepared.vision } })
      : new Map();
  return new Map([...trained, ...vision, ...now]);
}
