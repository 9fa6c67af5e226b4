import { SPECIAL, type Tokenizer } from '../world/vocabulary.ts';
import { compile } from '../vlm/compile.ts';
import {
  decoder,
  type Decoder,
  type DecoderChanges,
  embedTokens,
  prefixMask,
} from '../vlm/decoder.ts';
import {
  type ModelConfig,
  prefixLength,
  readImage,
  type Reader,
  SHORT_TEXT,
} from '../vlm/model.ts';
import { integers, release, share, type Tensor } from '../vlm/tensor.ts';
import type { Examination } from './examination.ts';
import { type FeaturePool, takeFeatures } from './features.ts';
import { promptTokens } from './rows.ts';

/** Logits of the next token after each one: tokens [batch × length] about the chosen scenes. */
export interface Answerer {
  /** Rows in one pass; one shape, hence one compilation */
  batch: number;
  length: number;
  logits(scenes: readonly number[], tokens: Int32Array<ArrayBuffer>): Promise<Float32Array>;
  dispose(): void;
}

/** Rows in one pass of an examination. */
export const ANSWER_BATCH = 64;

/** The longest question with its options, and the longest caption. */
const ANSWER_LENGTH = 24;

/** What answers from image tokens. */
export interface AnsweringParts {
  reader: Reader;
  changes: DecoderChanges;
}

/** Answers from the image tokens of a pool; takes the parameters over. */
export function imageAnswerer(
  reader: Reader,
  config: ModelConfig,
  pool: FeaturePool,
  changes: DecoderChanges = {},
): Answerer {
  const all = { reader, changes: onlyDefined(changes) };
  const answerer = liveImageAnswerer(
    () => all,
    config,
    () => pool,
  );
  return {
    ...answerer,
    dispose: () => {
      answerer.dispose();
      release(all);
    },
  };
}

/** Answers from the image tokens of whatever pool and with whatever parameters there are at the moment. */
export function liveImageAnswerer(
  partsNow: () => AnsweringParts,
  config: ModelConfig,
  poolNow: () => FeaturePool,
  batch = ANSWER_BATCH,
): Answerer {
  const softLength = partsNow().changes.softPrompt?.shape[0] ?? 0;
  const mask = prefixMask(softLength + prefixLength(config), ANSWER_LENGTH);
  const forward = compile((imageTokens: Tensor, tokens: Tensor, mask: Tensor, p: AnsweringParts) =>
    readImage(imageTokens, tokens, mask, p.reader, config, p.changes),
  );
  return {
    batch,
    length: ANSWER_LENGTH,
    logits: async (scenes, tokens) => {
      const text = integers(tokens, [batch, ANSWER_LENGTH]);
      const logits = forward(takeFeatures(poolNow(), scenes), text, mask.ref, share(partsNow()));
      return (await logits.data()) as Float32Array;
    },
    dispose: () => {
      forward.dispose();
      release(mask);
    },
  };
}

/** Answers of a decoder alone from the facts as text; takes the parameters over. */
export function factAnswerer(
  language: Decoder,
  config: ModelConfig,
  facts: readonly (readonly number[])[],
): Answerer {
  const answerer = liveFactAnswerer(
    () => language,
    config,
    () => facts,
  );
  return {
    ...answerer,
    dispose: () => {
      answerer.dispose();
      release(language);
    },
  };
}

/** Answers of a decoder from whatever facts and with whatever parameters there are at the moment. */
export function liveFactAnswerer(
  languageNow: () => Decoder,
  config: ModelConfig,
  factsNow: () => readonly (readonly number[])[],
  batch = ANSWER_BATCH,
): Answerer {
  const length = SHORT_TEXT;
  const mask = prefixMask(length, ANSWER_LENGTH);
  const forward = compile((prefix: Tensor, tokens: Tensor, mask: Tensor, p: Decoder) =>
    decoder(embedTokens(prefix, p.embedding.ref), tokens, mask, p, config.decoder.heads),
  );
  return {
    batch,
    length: ANSWER_LENGTH,
    logits: async (scenes, tokens) => {
      const chosen = Int32Array.from(scenes.flatMap((scene) => factsNow()[scene]));
      const prefix = integers(chosen, [batch, length]);
      const text = integers(tokens, [batch, ANSWER_LENGTH]);
      return (await forward(prefix, text, mask.ref, share(languageNow())).data()) as Float32Array;
    },
    dispose: () => {
      forward.dispose();
      release(mask);
    },
  };
}

/** What is to be answered: a scene's index and the words of a question. */
export interface Asking {
  scene: number;
  question: readonly string[];
}

/** The model's answers, word by word the likeliest, until it ends them. */
export async function answerAll(
  answerer: Answerer,
  tokenizer: Tokenizer,
  askings: readonly Asking[],
  longest: number,
): Promise<string[][]> {
  const answers: string[][] = [];
  for (let start = 0; start < askings.length; start += answerer.batch) {
    const batch = askings.slice(start, start + answerer.batch);
    answers.push(...(await answerBatch(answerer, tokenizer, batch, longest)));
  }
  return answers;
}

async function answerBatch(
  answerer: Answerer,
  tokenizer: Tokenizer,
  batch: readonly Asking[],
  longest: number,
): Promise<string[][]> {
  const rows = batch.map(({ question }) => promptTokens(tokenizer, question));
  const ends = rows.map((row) => row.length);
  const scenes = Array.from({ length: answerer.batch }, (_, row) => batch[row]?.scene ?? 0);
  const end = tokenizer.token(SPECIAL.end);
  for (let count = 0; count < longest; count++) {
    const tokens = new Int32Array(answerer.batch * answerer.length);
    rows.forEach((row, index) => tokens.set(row, index * answerer.length));
    const logits = await answerer.logits(scenes, tokens);
    let isOpen = false;
    rows.forEach((row, index) => {
      const isEnded = row.length > ends[index] && row.at(-1) === end;
      if (isEnded || row.length === answerer.length) return;
      row.push(likeliest(logits, index * answerer.length + row.length - 1, tokenizer.words.length));
      isOpen ||= row.at(-1) !== end;
    });
    if (!isOpen) break;
  }
  return rows.map((row, index) => {
    const answer = row.slice(ends[index]);
    return tokenizer.decode(answer.at(-1) === end ? answer.slice(0, -1) : answer);
  });
}

function likeliest(logits: Float32Array, row: number, vocabulary: number): number {
  let best = 0;
  for (let token = 1; token < vocabulary; token++) {
    if (logits[row * vocabulary + token] > logits[row * vocabulary + best]) best = token;
  }
  return best;
}

/** Which items of an examination a model answers exactly. */
export async function sitExamination(
  examination: Examination,
  answerer: Answerer,
  tokenizer: Tokenizer,
): Promise<boolean[]> {
  const answers = await answerExamination(examination, answerer, tokenizer);
  return markAnswers(examination, answers);
}

/** A model's answers to every item of an examination. */
export async function answerExamination(
  { items }: Examination,
  answerer: Answerer,
  tokenizer: Tokenizer,
): Promise<string[][]> {
  const answers: string[][] = items.map(() => []);
  for (const isCaption of [false, true]) {
    const chosen = items.flatMap((item, index) =>
      (item.kind === 'caption') === isCaption ? [index] : [],
    );
    const askings = chosen.map((index) => ({
      scene: items[index].scene,
      question: items[index].turn.question,
    }));
    const longest = isCaption ? answerer.length : 2; // one word and its end
    const found = await answerAll(answerer, tokenizer, askings, longest);
    chosen.forEach((index, position) => (answers[index] = found[position]));
  }
  return answers;
}

/** Which answers are exactly those of the examination. */
export const markAnswers = ({ items }: Examination, answers: readonly string[][]): boolean[] =>
  items.map(({ turn }, index) => turn.answer.join(' ') === answers[index].join(' '));

const onlyDefined = (changes: DecoderChanges): DecoderChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
