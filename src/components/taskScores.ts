/*
 * How the toy sequence-to-sequence model does on the six families of tasks, from src/data/scores.json
 * (npm run evaluate), each beside guessing: the right answer to another scene’s question.
 */
import scoreFile from '../data/scores.json';

interface Score {
  value: number;
  standardError: number;
}
interface Scored {
  model: Score;
  guessing: Score;
}
interface Recall {
  recall1: Score;
  recall5: Score;
}
interface SequenceScores {
  scenes: number;
  tasks: Record<string, Scored>;
  iou: Scored;
  hits: Scored;
  answerAndRationale: Scored;
  retrieval: {
    gallerySize: number;
    imageToText: Recall;
    textToImage: Recall;
    guessing: { recall1: number; recall5: number };
  };
}

export const sequenceScores: SequenceScores = scoreFile.sequence;

export const MEASURES = [
  'imageToText',
  'textToImage',
  'hits',
  'iou',
  'caption',
  'open',
  'yesNo',
  'answer',
  'rationale',
  'answerAndRationale',
  'event',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The section of the chapter that a measure belongs to. */
export const SECTIONS: Record<Measure, string> = {
  imageToText: 'matching',
  textToImage: 'matching',
  hits: 'grounding',
  iou: 'grounding',
  caption: 'generation',
  open: 'vqa',
  yesNo: 'vqa',
  answer: 'commonsense',
  rationale: 'commonsense',
  answerAndRationale: 'commonsense',
  event: 'events',
};

/** Model and guessing on one measure. */
export function scoreOf(scores: SequenceScores, measure: Measure): Scored {
  switch (measure) {
    case 'imageToText':
    case 'textToImage':
      return {
        model: scores.retrieval[measure].recall1,
        guessing: { value: scores.retrieval.guessing.recall1, standardError: 0 },
      };
    case 'hits':
    case 'iou':
    case 'answerAndRationale':
      return scores[measure];
    default:
      return scores.tasks[measure];
  }
}

/** Whether the two cannot be told apart: their difference is within two standard errors. */
export function isNoBetter({ model, guessing }: Scored): boolean {
  const error = Math.hypot(model.standardError, guessing.standardError);
  return model.value - guessing.value <= 2 * error;
}
