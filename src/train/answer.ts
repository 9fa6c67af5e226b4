import { SPECIAL, type Tokenizer } from '../world/vocabulary.ts';
import { compile } from '../vlm/compile.ts';
import {
  decoder,
  type Decoder,
  type DecoderChanges,
  embedTokens,
  prefixMask,
} from '../vlm/decoder.ts';
import { type ModelConfig, prefixLength, readImage, type Reader } from '../vlm/model.ts';
import { integers, release, share, type Tensor } from '../vlm/tensor.ts';
import type { Examination } from './examination.ts';
import { type FeaturePool, takeFeatures } from './features.ts';
import { promptTokens } from './rows.ts';

/** Logits of the next token after each one: tokens [BATCH × length] about the chosen scenes. */
export interface Answerer {
  length: number;
  logits(scenes: readonly number[], tokens: Int32Array<ArrayBuffer>): Promise<Float32Array>;
  dispose(): void;
}

/** Rows in one pass; one shape, hence one compilation. */
export const ANSWER_BATCH = 64;

/** The longest question with its options, and the longest caption. */
const ANSWER_LENGTH = 24;

/** Answers from the image tokens of a pool; takes the parameters over. */
export function imageAnswerer(
  reader: Reader,
  config: ModelConfig,
  pool: FeaturePool,
  changes: DecoderChanges = {},
): Answerer {
  const softLength = changes.softPrompt?.shape[0] ?? 0;
  const mask = prefixMask(softLength + prefixLength(config), ANSWER_LENGTH);
  const all = { reader, changes: onlyDefined(changes) };
  const forward = compile((imageTokens: Tensor, tokens: Tensor, mask: Tensor, p: typeof all) =>
    readImage(imageTokens, tokens, mask, p.reader, config, p.changes),
  );
  return {
    length: ANSWER_LENGTH,
    logits: async (scenes, tokens) => {
      const text = integers(tokens, [ANSWER_BATCH, ANSWER_LENGTH]);
      const logits = forward(takeFeatures(pool, scenes), text, mask.ref, share(all));
      return (await logits.data()) as Float32Array;
    },
    dispose: () => {
      forward.dispose();
      release([mask, all]);
    },
  };
}

/** Answers of a decoder alone from the facts as text; takes the parameters over. */
export function factAnswerer(
  language: Decoder,
  config: ModelConfig,
  facts: readonly (readonly number[])[],
): Answerer {
  const length = facts[0].length;
  const mask = prefixMask(length, ANSWER_LENGTH);
  const forward = compile((prefix: Tensor, tokens: Tensor, mask: Tensor, p: Decoder) =>
    decoder(embedTokens(prefix, p.embedding.ref), tokens, mask, p, config.decoder.heads),
  );
  return {
    length: ANSWER_LENGTH,
    logits: async (scenes, tokens) => {
      const chosen = Int32Array.from(scenes.flatMap((scene) => facts[scene]));
      const prefix = integers(chosen, [ANSWER_BATCH, length]);
      const text = integers(tokens, [ANSWER_BATCH, ANSWER_LENGTH]);
      return (await forward(prefix, text, mask.ref, share(language)).data()) as Float32Array;
    },
    dispose: () => {
      forward.dispose();
      release([mask, language]);
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
  for (let start = 0; start < askings.length; start += ANSWER_BATCH) {
    const batch = askings.slice(start, start + ANSWER_BATCH);
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
  const scenes = Array.from({ length: ANSWER_BATCH }, (_, row) => batch[row]?.scene ?? 0);
  const end = tokenizer.token(SPECIAL.end);
  for (let count = 0; count < longest; count++) {
    const tokens = new Int32Array(ANSWER_BATCH * answerer.length);
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
  { items }: Examination,
  answerer: Answerer,
  tokenizer: Tokenizer,
): Promise<boolean[]> {
  const isRight = items.map(() => false);
  for (const isCaption of [false, true]) {
    const chosen = items.flatMap((item, index) =>
      (item.kind === 'caption') === isCaption ? [index] : [],
    );
    const askings = chosen.map((index) => ({
      scene: items[index].scene,
      question: items[index].turn.question,
    }));
    const longest = isCaption ? answerer.length : 2; // one word and its end
    const answers = await answerAll(answerer, tokenizer, askings, longest);
    chosen.forEach((index, position) => {
      isRight[index] = answers[position].join(' ') === items[index].turn.answer.join(' ');
    });
  }
  return isRight;
}

const onlyDefined = (changes: DecoderChanges): DecoderChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
