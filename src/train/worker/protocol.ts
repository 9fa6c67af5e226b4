import type { Scene } from '../../world/scene.ts';
import type { RunDescription, StageKind } from '../description.ts';
import type { AnsweredItem, Scores } from '../examination.ts';
import type { Failure } from '../failures.ts';

/** What page and training worker say to each other. A reply carries the id of its request. */

/** What computes. */
export type BackendName = 'wasm' | 'webgpu';

/** What was chosen to compute with, and why. */
export interface Backend {
  name: BackendName;
  reason:
    /** There is no WebGPU */
    | 'noWebgpu'
    /** WebGPU gives the same numbers, faster */
    | 'webgpuFaster'
    /** WebGPU gives the same numbers, but more slowly: it runs on the processor, for instance */
    | 'webgpuSlower'
    /** WebGPU gives other numbers */
    | 'webgpuWrong'
    /** WebGPU failed at the probe */
    | 'webgpuFailed'
    /** The page asked for this one */
    | 'asked';
  /** Milliseconds of the probe's step, where both were timed */
  milliseconds?: { wasm: number; webgpu: number };
}

/** What is to be answered: a scene, and the words of a question ("describe" asks for a caption). */
export interface SceneAsking {
  scene: Scene;
  question: readonly string[];
}

export type Request =
  | {
      kind: 'start';
      id: number;
      run: RunDescription;
      /** To go on from, the bytes of a `saved` reply */
      saved?: Uint8Array<ArrayBuffer>;
      /** Checkpoint files of the reader's models that the run takes parts from */
      own: readonly Uint8Array<ArrayBuffer>[];
      /** What an earlier probe has found */
      backend?: BackendName;
      /** Of the processor, that the run may use; 1 if left out */
      cores?: number;
      /** Load everything, then wait for `resume` */
      isPaused?: boolean;
    }
  | { kind: 'pause' | 'resume' | 'stop'; id: number }
  | { kind: 'save'; id: number }
  | { kind: 'sample'; id: number; askings: readonly SceneAsking[] }
  | { kind: 'checkpoint'; id: number; what: CheckpointContent; name: string }
  | { kind: 'examine'; id: number; scenes: number; seed: number };

/** Of a checkpoint: the parts that the run trained, or all that a model needs to answer on its own. */
export type CheckpointContent = 'trained' | 'whole';

export type RequestKind = Request['kind'];

/** Where a run stands. */
export interface RunProgress {
  stage: StageKind['kind'];
  /** Of the run */
  stageIndex: number;
  /** Of the stage */
  step: number;
  steps: number;
  /** Steps of all stages up to here, and of the whole run */
  doneSteps: number;
  allSteps: number;
  /** The mean since the progress before */
  loss: number;
  /** That train, each on its part of every batch */
  workers: number;
  /** 0 until it has been measured: the first steps of a stage compile */
  stepsPerSecond: number;
  /** Of the whole run; undefined until it can be estimated */
  secondsLeft?: number;
}

/** What was asked, answered with the weights of a step. */
export interface Sample {
  /** Steps of all stages */
  step: number;
  askings: readonly SceneAsking[];
  /** Words; of stages 0b and later */
  answers?: readonly (readonly string[])[];
  /** Cosines of picture i and the caption of scene j, row by row; of stage 0a */
  similarities?: { rows: number; columns: number; data: Float32Array<ArrayBuffer> };
}

/** An examination on layouts that no model was trained on. */
export interface Examined {
  step: number;
  scores: Scores;
  /** The same examination, answered by guessing */
  guessing: Scores;
  items: readonly AnsweredItem[];
}

export type Reply =
  | { kind: 'ready'; id: number; backend: Backend }
  /** What is being prepared, and how far it is, 0 to 1 */
  | { kind: 'loading'; id: number; what: LoadingStep; share: number }
  | { kind: 'progress'; id: number; progress: RunProgress }
  | { kind: 'paused'; id: number }
  | { kind: 'resumed'; id: number }
  /** All that is needed to go on from here; sent every few seconds, and before `stopped` and `done` */
  | { kind: 'saved'; id: number; step: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'stopped'; id: number }
  | { kind: 'done'; id: number }
  | { kind: 'sample'; id: number; sample: Sample }
  | { kind: 'checkpoint'; id: number; bytes: Uint8Array<ArrayBuffer> }
  /** How far an examination is, 0 to 1 */
  | { kind: 'examining'; id: number; share: number }
  | { kind: 'examined'; id: number; examined: Examined }
  /** A later request of the same kind took this one's place */
  | { kind: 'superseded'; id: number }
  | { kind: 'failed'; id: number; failure: Failure };

export type LoadingStep = 'engine' | 'checkpoints' | 'features' | 'compiling';

/** One side of the conversation. */
export interface Port {
  post(reply: Reply, transfer?: Transferable[]): void;
}
