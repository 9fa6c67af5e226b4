/**
 * Examines the shipped checkpoints on layouts that none of them was trained on, and writes
 * src/data/scores.json, the only source of scores in the book:
 *
 *     node scripts/evaluate.ts            the published examination
 *     node scripts/evaluate.ts --check    a fresh one; fails if a published score is off by more
 *                                         than four standard errors of the difference
 *
 * `--only=retrieval` examines the toy CLIP alone, `--only=sequence` the sequence-to-sequence model, which
 * takes seconds; the rest of the file stays.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { uniformSource } from '../src/kernels/random.ts';
import { factAnswerer, imageAnswerer, sitExamination } from '../src/train/answer.ts';
import {
  type Examination,
  guessExamination,
  type Score,
  scoreExamination,
  type Scores,
  writeExamination,
} from '../src/train/examination.ts';
import { encodeScenes } from '../src/train/features.ts';
import { factTokens } from '../src/train/rows.ts';
import { readCheckpoint } from '../src/vlm/checkpoint.ts';
import type { Clip } from '../src/vlm/clip.ts';
import { CONNECTORS, type ConnectorKind } from '../src/vlm/connectors/connector.ts';
import type { Decoder } from '../src/vlm/decoder.ts';
import { startEngine } from '../src/vlm/engine.ts';
import { modelConfig, type Reader, SHORT_TEXT } from '../src/vlm/model.ts';
import { SMALL_WORLD } from '../src/world/config.ts';
import { createTokenizer } from '../src/world/vocabulary.ts';
import { CHECKPOINTS } from './training/artefacts.ts';
import {
  classifierContradictions,
  type ClassifierScores,
  examineClassifier,
} from './training/examineClassifier.ts';
import { examineRetrieval, type RetrievalScores } from './training/examineRetrieval.ts';
import {
  examineSequence,
  printSequence,
  sequenceContradictions,
  type SequenceScores,
} from './training/examineSequence.ts';

const WORLD = SMALL_WORLD;
const SCENES = 384;
/** Of a fresh examination, which every test run sits; its larger standard error is taken into account. */
const FRESH_SCENES = 96;
/** Of the published examination of the small classifier. */
const CLASSIFIER_SCENES = 1000;
const PUBLISHED_SEED = 2024;
const FRESH_SEED = 4202;
const RESULT = new URL('../src/data/scores.json', import.meta.url);

const MEASURES = ['yesNo', 'yesNoPairs', 'choice', 'circular', 'open', 'captions'] as const;

type Results = Record<string, Scores>;

const fileOf = (name: string): URL => new URL(`${name}.safetensors`, CHECKPOINTS);
const load = <P>(name: string): P => readCheckpoint<P>(readFileSync(fileOf(name))).parameters;

/** Scores of every checkpoint that is there, and of guessing. */
async function examineAll(count: number, seed: number): Promise<Results> {
  const tokenizer = createTokenizer(WORLD);
  const examination = writeExamination(WORLD, 'test', count, seed);
  const results: Results = {
    guessing: scoreExamination(examination.items, guessExamination(WORLD, examination, seed)),
  };
  const config = modelConfig(WORLD);
  if (existsSync(fileOf('language'))) {
    const facts = examination.scenes.map((s) => factTokens(WORLD, tokenizer, s, SHORT_TEXT));
    const { decoder } = load<{ decoder: Decoder }>('language');
    const answerer = factAnswerer(decoder, config, facts);
    results['language'] = await examine(examination, answerer);
  }
  if (!existsSync(fileOf('clip'))) return results;
  const { vision } = load<{ clip: Clip }>('clip').clip;
  const random = uniformSource(seed + 1);
  const pool = await encodeScenes(WORLD, examination.scenes, random, vision, config.vision);
  for (const kind of Object.keys(CONNECTORS) as ConnectorKind[]) {
    for (const stage of ['align', 'instruct']) {
      const name = `${stage}-${kind}`;
      if (!existsSync(fileOf(name))) continue;
      const sizes = modelConfig(WORLD, CONNECTORS[kind]);
      results[name] = await examine(examination, imageAnswerer(readerOf(name), sizes, pool));
    }
  }
  return results;
}

/**
 * A file may hold the connector alone. Its decoder is then that of stage 0b after stage 1, and that which
 * stage 2 has made with the MLP after stage 2.
 */
function readerOf(name: string): Reader {
  const { connector, decoder } = load<Reader & { decoder?: Decoder }>(name);
  const from = name.startsWith('align-') ? 'language' : 'instruct-mlp';
  return { connector, decoder: decoder ?? load<{ decoder: Decoder }>(from).decoder };
}

async function examine(
  examination: Examination,
  answerer: Parameters<typeof sitExamination>[1],
): Promise<Scores> {
  const isRight = await sitExamination(examination, answerer, createTokenizer(WORLD));
  answerer.dispose();
  return scoreExamination(examination.items, isRight);
}

function print(results: Results): void {
  for (const [name, { categories, ...scores }] of Object.entries(results)) {
    const text = ([what, { value, standardError }]: [string, Score]) =>
      `${what} ${value.toFixed(3)}±${standardError.toFixed(3)}`;
    console.log(`${name}: ${Object.entries(scores).map(text).join(', ')}`);
    console.log(`    ${Object.entries(categories).map(text).join(', ')}`);
  }
}

/** Published scores that a fresh examination contradicts. */
function contradictions(published: Results, fresh: Results): string[] {
  return Object.entries(published).flatMap(([name, scores]) =>
    MEASURES.flatMap((what) => {
      const score = scores[what];
      const again = fresh[name]?.[what];
      if (!again) return [`${name}: ${what} can no longer be computed`];
      const error = Math.hypot(score.standardError, again.standardError, 1 / score.count);
      const isOff = Math.abs(score.value - again.value) > 4 * error;
      return isOff
        ? [`${name}: ${what} is ${score.value}, a fresh examination gives ${again.value}`]
        : [];
    }),
  );
}

/** What the file holds. */
interface Published {
  results: Results;
  retrieval: RetrievalScores;
  classifier: ClassifierScores;
  sequence: SequenceScores;
}

/** Galleries of the published examination of the toy CLIP, and of a fresh one. */
const GALLERIES = { published: 5, fresh: 1 };

/** Published recalls that a fresh examination contradicts. */
function retrievalContradictions(published: RetrievalScores, fresh: RetrievalScores): string[] {
  const shares = ({ imageToText, textToImage, nearMiss, otherOrder }: RetrievalScores) => [
    ...Object.values(imageToText as unknown as Record<string, Score>),
    ...Object.values(textToImage as unknown as Record<string, Score>),
    nearMiss,
    otherOrder,
  ];
  const again = shares(fresh);
  return shares(published).flatMap(({ value, standardError }, index) => {
    const error = Math.hypot(standardError, again[index].standardError, 1 / again[index].count);
    return Math.abs(value - again[index].value) > 4 * error
      ? [`retrieval: ${value}, a fresh examination gives ${again[index].value}`]
      : [];
  });
}

const isCheck = process.argv.includes('--check');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.split('=')[1];
const isWanted = (part: string): boolean => only === undefined || only === part;
const seed = isCheck ? FRESH_SEED : PUBLISHED_SEED;
const published = JSON.parse(readFileSync(RESULT, 'utf8')) as Published;
const retrieval = isWanted('retrieval')
  ? examineRetrieval(isCheck ? GALLERIES.fresh : GALLERIES.published, seed)
  : published.retrieval;
console.log('retrieval:', JSON.stringify(retrieval));
const classifier = isWanted('classifier')
  ? examineClassifier(isCheck ? FRESH_SCENES : CLASSIFIER_SCENES, seed)
  : published.classifier;
console.log('classifier:', JSON.stringify(classifier));
const sequence = isWanted('sequence')
  ? examineSequence(isCheck ? FRESH_SCENES : SCENES, seed)
  : published.sequence;
console.log('sequence:', printSequence(sequence));
if (only === undefined) await startEngine();
const results =
  only === undefined ? await examineAll(isCheck ? FRESH_SCENES : SCENES, seed) : published.results;
print(results);
if (isCheck) {
  const wrong = [
    ...contradictions(published.results, results),
    ...retrievalContradictions(published.retrieval, retrieval),
    ...classifierContradictions(published.classifier, classifier),
    ...sequenceContradictions(published.sequence, sequence),
  ];
  wrong.forEach((text) => console.error(text));
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  const record = { ...published, world: WORLD.id, split: 'test', scenes: SCENES, seed };
  const parts = { results, retrieval, classifier, sequence };
  writeFileSync(RESULT, `${JSON.stringify({ ...record, ...parts }, null, 2)}\n`);
}
