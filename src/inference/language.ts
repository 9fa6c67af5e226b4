import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import { CheckpointError } from '../checkpoints/safetensors.ts';
import {
  type DecoderParameters,
  type DecoderReading,
  type DecoderState,
  embedText,
  readPrefix,
  readTokens,
} from '../kernels/decoder.ts';
import { type Matrix, rowOf } from '../kernels/matrix.ts';
import { softmax } from '../kernels/softmax.ts';
import { unitRows } from '../kernels/unitVectors.ts';
import { SMALL_WORLD, type WorldConfig } from '../world/config.ts';
import { createTokenizer, SPECIAL, type Tokenizer } from '../world/vocabulary.ts';
import { FACTS_LENGTH, HEADS } from './sizes.ts';
import { decoderWeights } from './weights.ts';

/** A trained language model and its words. */
export interface LanguageModel {
  weights: DecoderParameters;
  tokenizer: Tokenizer;
}

/** The language model of a file: `language`, or an instructed or tuned one. Its words must be the world's. */
export function createLanguageModel(
  file: CheckpointFile,
  world: WorldConfig = SMALL_WORLD,
): LanguageModel {
  const [weights, tokenizer] = [decoderWeights(file), createTokenizer(world)];
  const [known, expected] = [weights.embedding.rows, tokenizer.words.length];
  if (known !== expected) {
    const { name } = file.provenance;
    throw new CheckpointError(`the checkpoint "${name}" knows ${known} words, not ${expected}`);
  }
  return { weights, tokenizer };
}

/** The state after a prefix of vectors [p × D], such as image tokens that have passed a connector. */
export const readVectors = ({ weights }: LanguageModel, prefix: Matrix): DecoderState =>
  readPrefix(prefix, weights, HEADS);

/** The state after facts in words (a caption), which the language model reads instead of an image. */
export function readFacts(model: LanguageModel, words: readonly string[]): DecoderState {
  const { tokenizer, weights } = model;
  const tokens = tokenizer.encode([SPECIAL.facts, ...words]);
  const padding = Math.max(0, FACTS_LENGTH - tokens.length);
  const padded = [...tokens, ...Array<number>(padding).fill(tokenizer.token(SPECIAL.padding))];
  return readVectors(model, embedText(padded, weights));
}

/** Reads words of the text; its `logits` row i are those of the token after word i. */
export const readWords = (
  { weights, tokenizer }: LanguageModel,
  words: readonly string[],
  state: DecoderState,
): DecoderReading => readTokens(tokenizer.encode(words), state, weights, HEADS);

/** A word and its probability. */
export interface Candidate {
  word: string;
  probability: number;
}

/** One generated word. */
export interface Step {
  word: string;
  /** The likeliest words, the likeliest first */
  candidates: Candidate[];
  /** `attention[layer][head]` [m + p + text so far]: where the position looked that gave the word; the prefix first */
  attention: Float32Array[][];
}

/** An answer, word by word. */
export interface Answer {
  /** Without the end token */
  words: string[];
  /** One a word, and one for the end token unless the text grew too long */
  steps: Step[];
  /** After the answer; another question can follow, as long as the text is not too long */
  state: DecoderState;
}

/** What a call may set. */
export interface AnswerOptions {
  /** How many likeliest words a step lists. Default 5 */
  candidates?: number;
  /** The most words. Default: as many as the model's text can hold */
  longest?: number;
}

/** Answers a question (words without marks) word by word, the likeliest word each time, until the model ends it. */
export function answerFrom(
  model: LanguageModel,
  state: DecoderState,
  question: readonly string[],
  { candidates = 5, longest = Infinity }: AnswerOptions = {},
): Answer {
  const room = model.weights.position.rows;
  const words: string[] = [];
  const steps: Step[] = [];
  let reading = readWords(model, [SPECIAL.question, ...question, SPECIAL.answer], state);
  while (steps.length < longest) {
    const step = stepOf(model, reading, candidates);
    steps.push(step);
    if (reading.state.textLength === room) break;
    reading = readWords(model, [step.word], reading.state);
    if (step.word === SPECIAL.end) break;
    words.push(step.word);
  }
  return { words, steps, state: reading.state };
}

/** How many words of a question fit, if the answer is to have this many. */
export const questionRoom = ({ weights }: LanguageModel, answerLength: number): number =>
  weights.position.rows - 2 - answerLength;

/** What the last position of a reading says of the next word. */
function stepOf(model: LanguageModel, { logits, attention }: DecoderReading, count: number): Step {
  const candidates = likeliest(model, rowOf(logits, logits.rows - 1)).slice(0, count);
  return {
    word: candidates[0].word,
    candidates,
    attention: attention.map((heads) =>
      heads.map(({ weights }) => rowOf(weights, weights.rows - 1)),
    ),
  };
}

/** Every word with its probability, the likeliest first, from the logits [V] of a position. */
export function likeliest({ tokenizer }: LanguageModel, logits: Float32Array): Candidate[] {
  const probabilities = softmax(logits);
  return Array.from(probabilities, (probability, token) => ({
    word: tokenizer.words[token],
    probability,
  })).sort((a, b) => b.probability - a.probability);
}

/** A word and how near its embedding is. */
export interface NearWord {
  word: string;
  cosine: number;
}

/** The words whose embeddings point most nearly the same way as a vector [D], nearest first. */
export function nearestWords(
  { weights, tokenizer }: LanguageModel,
  vector: Float32Array,
  count = 5,
): NearWord[] {
  const units = unitRows(weights.embedding);
  const [unit] = [unitRows({ rows: 1, columns: vector.length, data: vector }).data];
  const cosines = tokenizer.words.map((word, token) => ({
    word,
    cosine: rowOf(units, token).reduce((sum, value, index) => sum + value * unit[index], 0),
  }));
  return cosines
    .filter(({ word }) => !word.startsWith('<')) // marks and unused places are no words
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}
