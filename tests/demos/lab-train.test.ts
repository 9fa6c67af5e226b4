import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { shippedRuns } from '../../scripts/training/shippedRuns.ts';
import { modelName, partSources } from '../../src/demos/ownModelNames.ts';
import { derive, type State } from '../../src/demos/lab-train/derive.ts';
import { findRuns } from '../../src/demos/lab-train/foundRuns.ts';
import { judge } from '../../src/demos/lab-train/judge.ts';
import { SLOTS } from '../../src/demos/lab-train/slots.ts';
import { sampleScenes, sampleTurns } from '../../src/demos/lab-train/samples.ts';
import { METHODS, schema, SOURCES, STAGES } from '../../src/demos/lab-train/state.ts';
import { stateOf } from '../../src/demos/lab-train/stateOf.ts';
import { strings } from '../../src/demos/lab-train/strings.ts';
import { table } from '../../src/demos/lab-train/table.ts';
import { initialChange } from '../../src/train/adaptation.ts';
import { savedRuns } from '../../src/train/savedRuns.ts';
import { TASKS } from '../../src/train/tasks.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { modelConfig } from '../../src/vlm/model.ts';
import { leavesOf } from '../../src/vlm/tensor.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { splitOf } from '../../src/world/split.ts';
import { memoryStorage } from '../train/sessionFakes.ts';

const at = (fields: Record<string, unknown> = {}): State => v.parse(schema, fields);
const everyStage = STAGES.map((stage) => derive(at({ stage })));

describe('lab-train', () => {
  test('src/data/runs.json is what the shipped checkpoints tell and say (node scripts/runs.ts)', async () => {
    const written: unknown = JSON.parse(readFileSync('src/data/runs.json', 'utf8'));
    expect(written).toEqual(await shippedRuns());
  }, 60_000);

  test('a run is described as the settings say', () => {
    const { run, beside } = derive(at({ connector: 'linear', compare: 'perceiver', seed: 9 }));
    expect(run).toMatchObject({ connector: 'linear', stages: [{ kind: 'alignment', seed: 9 }] });
    expect(beside).toEqual({ ...run, connector: 'perceiver' });
    expect(derive(at({ compare: 'mlp' })).beside).toBeUndefined(); // the same twice
    const kinds = derive(at({ stage: 'pipeline' })).run.stages.map(({ kind }) => kind);
    expect(kinds).toEqual(['contrastive', 'contrastive', 'language', 'alignment', 'instruction']);
  });

  test('a stage starts only from what it can start from', () => {
    for (const stage of STAGES) {
      for (const from of SOURCES) {
        const derived = derive(at({ stage, from }));
        expect(derived.sources).toContain(derived.from);
        if (stage !== 'pipeline') expect(derived.run.stages[0].from).toBe(derived.from);
      }
    }
    expect(derive(at({ stage: 'peft', from: 'scratch' })).from).toBe('shipped');
  });

  test('settings and run tell each other, so that an interrupted run finds its settings again', () => {
    const compared = derive(at({ stage: 'instructions', connector: 'linear', compare: 'mlp' }));
    for (const { run, beside } of [...everyStage, compared]) {
      const state = { ...at(), ...stateOf(run, beside) };
      expect(derive(state).run).toEqual(run);
      expect(derive(state).beside).toEqual(beside);
    }
  });

  test('what is trained and what is frozen is all there is', () => {
    for (const { parts, trained, total } of everyStage) {
      const sum = (chosen: typeof parts) => chosen.reduce((all, part) => all + part.parameters, 0);
      expect(sum(parts)).toBe(total);
      expect(sum(parts.filter(({ isTrained }) => isTrained))).toBe(trained);
      expect(trained).toBeGreaterThan(0);
      expect(Number.isInteger(total)).toBe(true);
    }
  });

  test('the added parameters of a method are those of the model that is trained', async () => {
    await startEngine();
    for (const method of METHODS) {
      const { parts } = derive(at({ stage: 'peft', method }));
      const change = initialChange(initialiser(1), method, modelConfig(SMALL_WORLD));
      const added = parts.find(({ name }) => name === 'change')?.parameters;
      if (!change) expect(added).toBeUndefined();
      else expect(added).toBe(leavesOf(change).reduce((sum, { size }) => sum + size, 0));
    }
  });

  test('guessing loses ln N; with as many near misses, more', () => {
    expect(derive(at({ stage: 'encoder' })).guessing).toBeCloseTo(Math.log(32), 12);
    const several = derive(at({ stage: 'encoder', objects: 'several' }));
    expect(several.guessing).toBeCloseTo(Math.log(64) + Math.log(2) / 2, 12);
    expect(derive(at()).guessing).toBeUndefined();
  });

  test('the sample scenes are of layouts that no training has seen', () => {
    expect(sampleScenes().map(splitOf)).toEqual(['test', 'test', 'test', 'test']);
    expect(sampleTurns('connector').map(({ question }) => question.join(' '))).toEqual(
      Array<string>(4).fill('describe'),
    );
    const styled = sampleTurns('peft', TASKS.style);
    expect(styled.every(({ answer }) => !answer.includes('yes'))).toBe(true);
  });

  test('an answer is judged word by word', () => {
    const turns = sampleTurns('connector').slice(0, 1);
    const [{ answer }] = turns;
    expect(judge(turns, [answer])[0]).toMatchObject({ isRight: true, missing: 0, more: 0 });
    const [wrong] = judge(turns, [['nothing', ...answer.slice(1)]]);
    expect(wrong.words.map(({ isWrong }) => isWrong)).toEqual(
      answer.map((_, index) => index === 0),
    );
    expect(wrong.isRight).toBe(false);
    expect(judge(turns, [[]])[0]).toMatchObject({ isRight: false, missing: answer.length });
    expect(judge(turns, [[...answer, 'yes', 'yes', 'yes']])[0]).toMatchObject({
      isRight: false,
      more: 2,
    });
  });

  test('a model is kept by what made it, and an own one is used where it fits', () => {
    expect(modelName(derive(at()).run)).toBe('align-mlp');
    expect(modelName(derive(at({ stage: 'pipeline' })).run)).toBe('instruct-mlp');
    const kept = ['align-mlp', 'clip', 'align-linear'];
    expect(partSources(derive(at({ stage: 'instructions' })).run, kept)).toEqual([
      'align-mlp',
      'clip',
    ]);
  });

  test('the table has the counts and the curve', () => {
    for (const derived of everyStage) {
      const { rows } = table(derived, strings.en);
      expect(rows[0]).toEqual([strings.en.rows.steps, derived.steps]);
      if (derived.shipped) expect(rows.flat()).toContain(derived.shipped.curve[9][1]);
    }
  });

  test('a saved run that cannot be read is told, not passed over', async () => {
    const entries = new Map<string, unknown>([[SLOTS[0], 'hello']]);
    const found = await findRuns(savedRuns(memoryStorage(entries)));
    expect(found).toMatchObject({ unfinished: [], refused: { kind: 'checkpointRefused' } });
  });

  test('nor does it hide one that can be gone on with', async () => {
    const entries = new Map<string, unknown>([[SLOTS[1], 'hello']]);
    const runs = savedRuns(memoryStorage(entries));
    const { run } = derive(at());
    await runs.write(SLOTS[0], { run, curve: [], isDone: false, bytes: Uint8Array.of(1) });
    const { unfinished, refused } = await findRuns(runs);
    expect(unfinished.map((saved) => saved.run)).toEqual([run]);
    expect(refused).toMatchObject({ kind: 'checkpointRefused' });
  });
});
