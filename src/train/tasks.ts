import type { Turn } from './rows.ts';

export type TaskId = 'colours' | 'style';

/** A task that a finished model is adapted to: the old questions, spoken of in a new way. */
export interface Task {
  /** Words that take the place of others, in questions and answers */
  words?: Readonly<Record<string, string>>;
  /** Words that take the place of others in answers alone */
  answers?: Readonly<Record<string, string>>;
  /** A caption names the place of an object before the object */
  isPlaceFirst?: boolean;
}

/**
 * `colours` says something new of what is seen: every colour is called by the next one's word.
 * `style` says the same in another form: 1 and 0 for yes and no, and places first in captions.
 */
export const TASKS: Readonly<Record<TaskId, Task>> = {
  colours: { words: { red: 'green', green: 'blue', blue: 'yellow', yellow: 'red' } },
  style: { answers: { yes: '1', no: '0' }, isPlaceFirst: true },
};

/** A turn as the task wants it. */
export function adaptTurn({ words, answers, isPlaceFirst }: Task, turn: Turn): Turn {
  const isCaption = turn.question[0] === 'describe';
  const answer = isCaption && isPlaceFirst ? placesFirst(turn.answer) : turn.answer;
  return {
    question: turn.question.map((word) => words?.[word] ?? word),
    answer: answer.map((word) => answers?.[word] ?? words?.[word] ?? word),
  };
}

/** "red circle top-left ; blue square bottom-right ." with each place moved to the front of its object. */
function placesFirst(caption: readonly string[]): string[] {
  const reordered: string[] = [];
  let object: string[] = [];
  for (const word of caption) {
    if (word === ';' || word === '.') {
      reordered.push(...object.slice(-1), ...object.slice(0, -1), word);
      object = [];
    } else {
      object.push(word);
    }
  }
  return reordered;
}
