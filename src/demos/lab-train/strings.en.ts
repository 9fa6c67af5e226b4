import { CONNECTOR_LABELS, TUNING_LABELS } from '../labStrings.ts';
import type { Strings } from './strings.ts';
import { clock, number, percent, textsIn } from './wording.ts';

export const en: Strings = {
  ...textsIn('en'),
  title: 'Train a stage here',
  tryThis:
    'Press “Train”: in your browser a random connector learns in a few dozen steps to put images into words. Watch the captions become right, word by word.',
  stage: 'What to train',
  stages: {
    encoder: '0a encoder',
    language: '0b language model',
    connector: '1 connector',
    instructions: '2 instructions',
    peft: 'light tuning',
    pipeline: 'everything',
  },
  stageNote: {
    encoder: 'Vision and text encoder learn by InfoNCE which caption belongs to which picture.',
    language:
      'The language model reads facts as text and learns to describe and to answer. It has seen no image.',
    connector: 'Encoder and language model are frozen; the connector alone learns, from captions.',
    instructions:
      'Connector and language model learn from instructions; the loss counts answers only.',
    peft: 'A finished model learns another way to speak, by very few parameters.',
    pipeline:
      'All from random numbers: 0a, 0b, 1 and 2 in turn. It takes long; the first steps tell how long.',
  },
  connector: 'Connector',
  compare: 'Compare with',
  none: 'nothing',
  connectors: CONNECTOR_LABELS.en,
  from: 'Start from',
  sources: { scratch: 'random numbers', shipped: 'our checkpoint', mine: 'my model' },
  objects: 'Scenes of',
  objectNames: { one: 'one object', several: 'several, with near misses' },
  method: 'Method',
  methods: TUNING_LABELS.en.method,
  task: 'Task',
  tasks: TUNING_LABELS.en.task,
  seed: (seed) => `seed ${seed}`,
  nextSeed: 'Another seed',
  partNames: {
    vision: 'Vision encoder',
    text: 'Text encoder',
    connector: 'Connector',
    decoder: 'Language model',
    change: 'Added parameters',
  },
  frozen: '❄ frozen',
  trained: 'trained',
  parameters: (count) => `${number(count, 'en')} parameters`,
  share: (trained, total) =>
    `${number(trained, 'en')} of ${number(total, 'en')} parameters are trained (${percent(trained / total)})`,
  start: (steps) => `Train: ${number(steps, 'en')} steps`,
  again: 'Train again',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  goOn: (step) => `Go on from step ${number(step, 'en')}`,
  forget: 'Discard',
  notStarted: (steps, batch) =>
    `${number(steps, 'en')} steps of ${batch} examples. Nothing is downloaded before you press; it runs on your device, and you can stop it at any time.`,
  loading: {
    engine: 'Starting the engine',
    checkpoints: 'Reading checkpoints',
    features: 'Encoding the training pictures',
    compiling: 'Compiling the first step',
  },
  loadingShare: (what, share) => `${what}… ${percent(share)}`,
  progress: ({ step, steps, loss }) =>
    `step ${number(step, 'en')} of ${number(steps, 'en')} · loss ${loss.toFixed(3)}`,
  speed: (stepsPerSecond) => `${stepsPerSecond.toFixed(1)} steps/s`,
  left: (seconds) =>
    seconds === undefined ? 'estimating the time left' : `about ${clock(seconds)} left`,
  status: { paused: 'Paused', stopped: 'Stopped', done: 'Trained' },
  backend: ({ name, reason }, workers) =>
    `${name === 'wasm' ? `WebAssembly, ${wasmParts(workers)}` : 'WebGPU'}: ${
      {
        noWebgpu: 'this browser has no WebGPU',
        webgpuFaster: 'a probe gave the same numbers, faster',
        webgpuSlower: 'in a probe WebGPU was slower',
        webgpuWrong: 'in a probe WebGPU gave other numbers',
        webgpuFailed: 'in a probe WebGPU failed',
        asked: 'the page asked for it',
      }[reason]
    }`,
  chart: 'Loss',
  chartLabel: (here) =>
    here === undefined
      ? 'The loss curve of our run'
      : `The loss curve; trained here to ${here.toFixed(3)}`,
  axisNames: { x: 'step', y: 'loss' },
  ours: (seed) => `our run, seed ${seed}`,
  here: 'trained here',
  hereWith: (connector) => `here: ${connector}`,
  guessing: 'guessing',
  noRunOfOurs: 'We have made no such run in advance. Press “Train” to see its curve.',
  samples: 'Scenes it has never seen',
  samplesNote: 'These layouts are in the test set. A word that is struck out is wrong.',
  right: 'should be',
  oursSays: 'our model',
  before: 'before',
  now: (step) => `step ${number(step, 'en')}`,
  notYet: 'not started',
  wrong: 'wrong',
  missing: (count) => `${count} words missing`,
  more: (count) => `… and ${count} more words`,
  asking: 'Asking it before the first step',
  noOwnModel: 'You have no model to begin with yet: train one first, or start from something else.',
  stageOfRun: {
    contrastive: '0a encoder',
    language: '0b language model',
    alignment: '1 connector',
    instruction: '2 instructions',
    peft: 'light tuning',
    finished: '',
  },
  loadFailed: 'The training program did not load. Check the connection and press again.',
  similarity: 'Which caption belongs to which picture',
  similarityNote:
    'A row a picture, a column a caption; the numbers are cosines. Trained, the diagonal is largest.',
  save: 'Download (safetensors)',
  saveWeights: 'trained weights',
  saveForPython: 'whole model for PyTorch',
  pythonFile: 'toy_vlm.py',
  askIt: 'The model is kept in this browser: choose “mine” in the demos that ask and examine.',
  askTuned: 'The model is kept in this browser: choose “mine” in the demo that asks.',
  table: { caption: 'This stage', columns: ['quantity', 'value'] },
  rows: {
    steps: 'steps',
    batch: 'examples a step',
    loss: 'our run, loss at step',
    trained: 'trained parameters',
    total: 'all parameters',
  },
};

/** Who computes. */
const wasmParts = (workers: number): string =>
  workers > 1 ? `${workers} workers that share each batch` : 'one worker';
