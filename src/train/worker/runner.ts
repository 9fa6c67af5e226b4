import { decodeCheckpoint } from '../../checkpoints/checkpointFile.ts';
import type { StageDescription } from '../description.ts';
import { failureOf } from '../failures.ts';
import { createPace } from '../pace.ts';
import type { Environment } from './environment.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import type { StoredParts } from './parts.ts';
import { createPlanner } from './plan.ts';
import type { LoadingStep, Port, Request } from './protocol.ts';
import { createRecorder } from './recorder.ts';
import { isDivided } from './replicaRun.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
import { StageRun } from './stageRun.ts';

type Start = Extract<Request, { kind: 'start' }>;

/** The core of the worker: takes requests, posts replies, trains one run. */
export interface Runner {
  receive(request: Request): void;
  /** Settles when the run has been stopped or has failed */
  readonly ended: Promise<void>;
}

/** A runner that waits for `start`. It knows no Worker: a test gives it a port and an environment. */
export function createRunner(port: Port, environment: Environment): Runner {
  let mailbox: Mailbox | undefined;
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));

  const start = async (request: Start, inbox: Mailbox) => {
    try {
      const lost = environment.deviceLost();
      await Promise.race([runAll(request, { port, environment, mailbox: inbox }), lost]);
    } catch (error) {
      port.post({ kind: 'failed', id: inbox.controlId, failure: failureOf(error) });
    } finally {
      end();
    }
  };

  return {
    ended,
    receive: (request) => {
      if (request.kind !== 'start') mailbox?.receive(request);
      else if (!mailbox) {
        mailbox = createMailbox(port, request.id, request.isPaused ?? false);
        void start(request, mailbox);
      }
    },
  };
}

/** What everything in a run needs. */
export interface RunContext {
  port: Port;
  environment: Environment;
  mailbox: Mailbox;
}

async function runAll(request: Start, context: RunContext): Promise<void> {
  const { port, environment, mailbox } = context;
  const { id, run } = request;
  const loading = async (what: LoadingStep, share: number) => {
    port.post({ kind: 'loading', id, what, share });
    await environment.breathe();
  };
  const snapshot = request.saved && decodeSnapshot(request.saved);
  const own = request.own.map(decodeCheckpoint).reverse();
  await loading('engine', 0);
  const backend = await environment.startEngine(request.backend);
  port.post({ kind: 'ready', id, backend });

  const planner = createPlanner(run, own, environment, loading);
  const recorder = createRecorder(run, snapshot?.curve ?? []);
  const divided = (stage: StageDescription) => isDivided(stage, request.cores ?? 1, backend);
  const pace = createPace(run, divided);
  let trained: StoredParts = snapshot?.parts ?? new Map();
  for (let index = snapshot?.stageIndex ?? 0; index < run.stages.length; index++) {
    const resumed = index === snapshot?.stageIndex ? snapshot : undefined;
    const begin = resumed ?? { run, stageIndex: index, step: 0, curve: [], parts: trained };
    const replicaStarts = divided(run.stages[index])
      ? environment.startReplica({ saved: encodeSnapshot(begin), own: request.own })
      : undefined;
    const prepared = await planner.prepare(index, trained);
    const replica = await replicaStarts;
    const all = { run, index, prepared, resumed, trained, recorder, pace, replica };
    const stage = new StageRun(context, all);
    const isLast = index === run.stages.length - 1;
    const isFinished = await stage.train();
    await stage.save();
    if (!isFinished || isLast) {
      port.post({ kind: isFinished ? 'done' : 'stopped', id: mailbox.controlId });
      await stage.serveUntilStopped();
      stage.dispose();
      return;
    }
    trained = await stage.trained();
    stage.dispose();
  }
}
