import { existsSync, readFileSync } from 'node:fs';
import type { ShippedRun, ShippedRuns } from '../../src/demos/lab-train/runs.ts';
import { sampleScenes, type SampleTurn, sampleTurns } from '../../src/demos/lab-train/samples.ts';
import { METHODS } from '../../src/demos/lab-train/state.ts';
import { cosine, createClip, imageEmbedding, textEmbedding } from '../../src/inference/clip.ts';
import { answerFrom, createLanguageModel, readFacts } from '../../src/inference/language.ts';
import { answer, createReader, look } from '../../src/inference/reader.ts';
import { type CheckpointFile, decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { initialChange } from '../../src/train/adaptation.ts';
import type { StageSettings } from '../../src/train/stages.ts';
import { thinned } from '../../src/ui/chart.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { modelConfig } from '../../src/vlm/model.ts';
import { leavesOf } from '../../src/vlm/tensor.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { pixelsOf } from '../../src/world/drawing.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { CHECKPOINTS } from './artefacts.ts';

const WORLD = SMALL_WORLD;

/** Points of a curve, and digits of a loss, that a chart can show. */
const POINTS = 100;
const DIGITS = 4;

const file = (name: string): URL => new URL(`${name}.safetensors`, CHECKPOINTS);
const load = (name: string): CheckpointFile => decodeCheckpoint(readFileSync(file(name)));

/** What the shipped checkpoints tell of themselves, and say of the sample scenes. */
export async function shippedRuns(): Promise<ShippedRuns> {
  const runs: Record<string, ShippedRun> = {};
  const add = (name: string, said: Pick<ShippedRun, 'answers' | 'similarities'>) => {
    const { seed, curve, config } = load(name).provenance;
    const { steps, batch } = (config as { settings: StageSettings }).settings;
    const points = thinned(curve, POINTS).map(
      ([step, loss]) => [step, Number(loss.toPrecision(DIGITS))] as const,
    );
    runs[name] = { seed, steps, batch, curve: points, ...said };
  };
  add('clip', { similarities: similarities() });
  add('language', { answers: answersFromFacts(sampleTurns('language')) });
  for (const [stage, name] of [
    ['align', 'connector'],
    ['instruct', 'instructions'],
  ] as const) {
    for (const kind of ['linear', 'mlp', 'qFormer', 'perceiver']) {
      const checkpoint = `${stage}-${kind}`;
      if (!existsSync(file(checkpoint))) continue;
      add(checkpoint, { answers: answersFromImage(checkpoint, sampleTurns(name)) });
    }
  }
  return { parameters: await parameterCounts(), runs };
}

/** Cosines of picture i and the caption of scene j. */
function similarities(): number[][] {
  const clip = createClip(load('clip'));
  const texts = sampleScenes().map((scene) => textEmbedding(clip, captionWords(WORLD, scene)));
  return sampleScenes().map((scene) => {
    const { embedding } = imageEmbedding(clip, pixelsOf(WORLD, scene));
    return texts.map((text) => Number(cosine(embedding, text).toFixed(3)));
  });
}

function answersFromFacts(turns: readonly SampleTurn[]): string[][] {
  const model = createLanguageModel(load('language'));
  return turns.map(({ scene, question }) => {
    const { words } = answerFrom(model, readFacts(model, captionWords(WORLD, scene)), question);
    return words;
  });
}

function answersFromImage(name: string, turns: readonly SampleTurn[]): string[][] {
  const connector = load(name);
  const holdsDecoder = [...connector.tensors.keys()].some((path) => path.startsWith('decoder.'));
  const decoder = name.startsWith('align') ? 'language' : 'instruct-mlp';
  const reader = createReader({
    vision: load('clip'),
    connector,
    decoder: holdsDecoder ? connector : load(decoder),
  });
  return turns.map(({ scene, question }) => {
    return answer(reader, look(reader, pixelsOf(WORLD, scene)), question).words;
  });
}

/** Parameters of every part, those that a tuning method adds included. */
async function parameterCounts(): Promise<Record<string, number>> {
  const below = (name: string, prefix: string) =>
    [...load(name).tensors]
      .filter(([path]) => path.startsWith(prefix))
      .reduce((sum, [, { data }]) => sum + data.length, 0);
  const counts: Record<string, number> = {
    vision: below('clip', 'clip.vision.'),
    clip: below('clip', 'clip.'),
    decoder: below('language', 'decoder.'),
  };
  for (const kind of ['linear', 'mlp', 'qFormer', 'perceiver']) {
    if (existsSync(file(`align-${kind}`))) counts[kind] = below(`align-${kind}`, 'connector.');
  }
  await startEngine();
  for (const method of METHODS) {
    const change = initialChange(initialiser(1), method, modelConfig(WORLD));
    if (change) counts[method] = leavesOf(change).reduce((sum, { size }) => sum + size, 0);
  }
  return counts;
}
