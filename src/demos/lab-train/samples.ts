import { uniformSource } from '../../kernels/random.ts';
import { captionTurn, type Turn } from '../../train/rows.ts';
import type { RunDescription } from '../../train/description.ts';
import { adaptTurn, type Task, TASKS } from '../../train/tasks.ts';
import type { SceneAsking } from '../../train/worker/protocol.ts';
import { askPair, attempt, type Category } from '../../world/ask.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { questionWords } from '../../world/modelText.ts';
import type { Question } from '../../world/question.ts';
import type { Scene } from '../../world/scene.ts';
import { sceneOf } from '../../world/split.ts';
import type { StageName } from './state.ts';
import { stageOfRun } from './stateOf.ts';

const WORLD = SMALL_WORLD;

/** Of the scenes that every run is looked at with. */
const SEED = 58;
const COUNT = 4;

/** The same few scenes for every run, of layouts that no training has seen. */
export const sampleScenes = (): Scene[] => {
  const random = uniformSource(SEED);
  return Array.from({ length: COUNT }, () => sceneOf('test', WORLD, random));
};

/** A question about one of the sample scenes, with its right answer. */
export interface SampleTurn extends Turn {
  /** Index of the scene */
  index: number;
  scene: Scene;
  /** The question itself, where the words have not been adapted to a task */
  asked?: Question | undefined;
}

/**
 * What a stage is asked about the sample scenes, in the model's words: captions, and from stage 2 on
 * also two questions a scene that are answered with yes and no. Stage 0a compares, it answers nothing.
 */
export function sampleTurns(stage: StageName, task?: Task): SampleTurn[] {
  if (stage === 'encoder') return [];
  const random = uniformSource(SEED);
  const categories: Category[] = ['position', 'colour', 'count', 'existence'];
  return sampleScenes().flatMap((scene, index) => {
    const pair = attempt(() => askPair(WORLD, scene, random, categories[index]));
    const questions = pair ? [turnOf(pair.yes, 'yes'), turnOf(pair.no, 'no')] : [];
    const caption = { ...captionTurn(WORLD, scene), asked: { kind: 'describe' } as const };
    const turns = [caption, ...(stage === 'connector' ? [] : questions)];
    return turns.map(({ asked, ...turn }) => {
      const adapted = task ? adaptTurn(task, turn) : turn;
      const isSame = adapted.question.join(' ') === turn.question.join(' ');
      return { ...adapted, index, scene, asked: isSame ? asked : undefined };
    });
  });
}

const turnOf = (asked: Question, answer: 'yes' | 'no'): Turn & { asked: Question } => ({
  question: questionWords(WORLD, asked),
  answer: [answer],
  asked,
});

/** What a run is asked while it trains: the sample turns of its stage, or of stage 0a the scenes alone. */
export function askingsOfRun(run: RunDescription): SceneAsking[] {
  const [first] = run.stages;
  const turns = sampleTurns(stageOfRun(run), first.kind === 'peft' ? TASKS[first.task] : undefined);
  if (turns.length === 0) return sampleScenes().map((scene) => ({ scene, question: [] }));
  return turns.map(({ scene, question }) => ({ scene, question }));
}
