import type { RandomSource } from '../kernels/random.ts';
import {
  askChoice,
  askOpen,
  askYesNo,
  attempt,
  type Category,
  openCategories,
  rotate,
  yesNoCategories,
} from '../world/ask.ts';
import { pick, shuffle } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { answerWords, captionWords, questionWords, withOptions } from '../world/modelText.ts';
import type { Scene } from '../world/scene.ts';
import { LETTERS, SPECIAL, type Tokenizer } from '../world/vocabulary.ts';

/** A question, or a request, and its answer, in the model's words. */
export interface Turn {
  question: string[];
  answer: string[];
}

/** The tokens of one row of a batch, and how much the prediction of each counts. */
export interface Row {
  tokens: number[];
  weights: number[];
}

/** How often each kind of turn is drawn; the sum is 1. */
export interface Mixture {
  yesNo: number;
  open: number;
  choice: number;
  caption: number;
}

/** More than half of the questions are yes/no ones, which are learned last. */
export const MIXTURE: Mixture = { yesNo: 0.56, open: 0.12, choice: 0.26, caption: 0.06 };

/** How many times as often as the others a category is drawn for yes/no: those that are learned last. */
const EMPHASIS: Partial<Record<Category, number>> = { colour: 2, position: 4 };

/** The turn that asks for a caption. */
export const captionTurn = (config: WorldConfig, scene: Scene): Turn => ({
  question: questionWords(config, { kind: 'describe' }),
  answer: captionWords(config, scene),
});

/** A random turn about a scene. */
export function randomTurn(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  mixture: Mixture = MIXTURE,
): Turn {
  const turn = attempt(() => proposeTurn(config, scene, random, mixture), 100);
  if (!turn) throw new RangeError('this scene allows no question');
  return turn;
}

function proposeTurn(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  { yesNo, open, choice }: Mixture,
): Turn | undefined {
  const kind = random();
  if (kind < yesNo) {
    const category = pick(random, yesNoCategories(config).flatMap(emphasised));
    const question = askYesNo(config, scene, random, category, random() < 0.5);
    const answer = question && answerWords(config, scene, question);
    return answer && { question: questionWords(config, question), answer };
  }
  const category = pick(random, openCategories(config));
  if (kind < yesNo + open) {
    const asked = askOpen(config, scene, random, category);
    return asked && { ...asked, question: questionWords(config, asked.question) };
  }
  if (kind < yesNo + open + choice) {
    const asked = askChoice(config, scene, random, category);
    return (
      asked && choiceTurn(questionWords(config, asked.question), asked.options, asked.answer[0])
    );
  }
  return captionTurn(config, scene);
}

const emphasised = (category: Category): Category[] =>
  Array<Category>(EMPHASIS[category] ?? 1).fill(category);

/** A multiple choice as a turn whose answer is a letter. */
export const choiceTurn = (
  question: readonly string[],
  options: readonly string[],
  right: string,
  shift = 0,
): Turn => {
  const shown = rotate(options, shift);
  return { question: withOptions(question, shown), answer: [LETTERS[shown.indexOf(right)]] };
};

/** The question with its marks, which the answer follows. */
export const promptTokens = (tokenizer: Tokenizer, question: readonly string[]): number[] =>
  tokenizer.encode([SPECIAL.question, ...question, SPECIAL.answer]);

/**
 * Turns one after the other, as many as fit, then padding. Weight 1 on each token of an answer and on
 * its end, `questionWeight` on the question, 0 on padding. Throws a RangeError if not even the first fits.
 */
export function packRow(
  tokenizer: Tokenizer,
  turns: Iterable<Turn>,
  length: number,
  questionWeight = 0,
): Row {
  const row: Row = { tokens: [], weights: [] };
  for (const { question, answer } of turns) {
    const prompt = promptTokens(tokenizer, question);
    const reply = tokenizer.encode([...answer, SPECIAL.end]);
    if (row.tokens.length + prompt.length + reply.length > length) break;
    row.tokens.push(...prompt, ...reply);
    row.weights.push(...prompt.map(() => questionWeight), ...reply.map(() => 1));
  }
  if (row.tokens.length === 0) throw new RangeError(`no turn fits into ${length} tokens`);
  return padRow(tokenizer, row, length);
}

/** A row filled up to a length. Throws a RangeError if it is longer. */
export function padRow(tokenizer: Tokenizer, { tokens, weights }: Row, length: number): Row {
  const missing = length - tokens.length;
  if (missing < 0) throw new RangeError(`${tokens.length} tokens do not fit into ${length}`);
  const padding = tokenizer.token(SPECIAL.padding);
  return {
    tokens: [...tokens, ...Array<number>(missing).fill(padding)],
    weights: [...weights, ...Array<number>(missing).fill(0)],
  };
}

/** Random turns about a scene, without end. */
export function* randomTurns(
  config: WorldConfig,
  scene: Scene,
  random: RandomSource,
  mixture?: Mixture,
): Generator<Turn> {
  for (;;) yield randomTurn(config, scene, random, mixture);
}

/** The facts of a scene as text, its objects in any order: what a language model reads instead of an image. */
export function factTokens(
  config: WorldConfig,
  tokenizer: Tokenizer,
  scene: Scene,
  length: number,
  random?: RandomSource,
): number[] {
  const objects = random ? shuffle(random, scene) : scene;
  const words = [SPECIAL.facts, ...captionWords(config, objects)];
  return padRow(tokenizer, { tokens: tokenizer.encode(words), weights: [] }, length).tokens;
}
