import { uniformSource } from '../../kernels/random.ts';
import type { Decoder } from '../../vlm/decoder.ts';
import { share, release } from '../../vlm/tensor.ts';
import { SHORT_TEXT } from '../../vlm/model.ts';
import { createTokenizer } from '../../world/vocabulary.ts';
import {
  answerExamination,
  type Answerer,
  liveFactAnswerer,
  liveImageAnswerer,
  markAnswers,
} from '../answer.ts';
import {
  answeredItems,
  type Examination,
  guessExamination,
  scoreExamination,
  writeExamination,
} from '../examination.ts';
import { TrainingError } from '../failures.ts';
import { encodeScenes } from '../features.ts';
import { factTokens } from '../rows.ts';
import { adaptTurn, TASKS } from '../tasks.ts';
import type { Parts } from '../trainer.ts';
import { type PreparedStage, WORLD } from './plan.ts';
import type { Examined } from './protocol.ts';
import { answeringParts } from './sampler.ts';

/** Which examination, and whom to tell how far it is. */
export interface ExaminationSettings {
  scenes: number;
  seed: number;
  onShare: (share: number) => Promise<void>;
}

/** Examines a model on layouts that no model was trained on; in the words of its task, if it has one. */
export async function examine(
  stage: PreparedStage,
  parts: Parts,
  { scenes, seed, onShare }: ExaminationSettings,
): Promise<Omit<Examined, 'step'>> {
  const tokenizer = createTokenizer(WORLD);
  const examination = inWordsOf(stage, writeExamination(WORLD, 'test', scenes, seed));
  const own = share(parts); // the run may go on, or end, meanwhile
  try {
    const answerer = await answererOf(stage, own, examination, seed);
    const passes = passesOf(examination, answerer);
    let done = 0;
    const answers = await answerExamination(
      examination,
      {
        ...answerer,
        logits: async (chosen, tokens) => {
          await onShare(Math.min(1, ++done / passes));
          return answerer.logits(chosen, tokens);
        },
      },
      tokenizer,
    ).finally(answerer.dispose);
    return report(examination, answers, seed);
  } finally {
    release(own);
  }
}

function inWordsOf({ description }: PreparedStage, examination: Examination): Examination {
  if (description.kind !== 'peft') return examination;
  const task = TASKS[description.task];
  const items = examination.items.map((item) => ({ ...item, turn: adaptTurn(task, item.turn) }));
  return { ...examination, items };
}

async function answererOf(
  { description, config, vision }: PreparedStage,
  parts: Parts,
  { scenes }: Examination,
  seed: number,
): Promise<Answerer> {
  if (vision) {
    const random = uniformSource(seed + 1);
    const pool = await encodeScenes(WORLD, scenes, random, vision, config.vision);
    return liveImageAnswerer(
      () => answeringParts(parts),
      config,
      () => pool,
    );
  }
  if (description.kind !== 'language') {
    throw new TrainingError('request', 'the encoders alone cannot answer questions');
  }
  const tokenizer = createTokenizer(WORLD);
  const facts = scenes.map((scene) => factTokens(WORLD, tokenizer, scene, SHORT_TEXT));
  return liveFactAnswerer(
    () => parts['decoder'] as Decoder,
    config,
    () => facts,
  );
}

/** About how many passes an examination takes: two a batch of questions, one a word of captions. */
function passesOf({ items }: Examination, { batch }: Answerer): number {
  const captions = items.filter(({ kind }) => kind === 'caption').length;
  const longest = Math.max(...items.map(({ turn }) => turn.answer.length)) + 1;
  return 2 * Math.ceil((items.length - captions) / batch) + longest * Math.ceil(captions / batch);
}

function report(
  examination: Examination,
  answers: readonly string[][],
  seed: number,
): Omit<Examined, 'step'> {
  return {
    scores: scoreExamination(examination.items, markAnswers(examination, answers)),
    guessing: scoreExamination(examination.items, guessExamination(WORLD, examination, seed)),
    items: answeredItems(examination, answers),
  };
}
