import { describe, expect, it } from 'vitest';
import { addPoint } from '../../src/train/curve.ts';
import { alignmentRun, pipelineRun } from '../../src/train/description.ts';
import { FAILURE_TEXTS } from '../../src/train/failureTexts.ts';
import { createPace } from '../../src/train/pace.ts';
import { adaptTurn, TASKS } from '../../src/train/tasks.ts';
import type { Curve } from '../../src/train/worker/snapshot.ts';

describe('the pace of a run', () => {
  it('is that of the last steps; those that compile do not count', () => {
    const run = alignmentRun('mlp', { steps: 100 });
    const pace = createPace(run, () => false);
    expect(pace.secondsLeft(0, 0)).toBeUndefined();
    [30, 10, 0.5, 0.5, 0.5].forEach((seconds) => pace.add(0, seconds));
    expect(pace.stepsPerSecond()).toBeCloseTo(2);
    expect(pace.secondsLeft(0, 60)).toBeCloseTo(20);
  });

  it('tells of stages to come what they cost in proportion', () => {
    const run = pipelineRun();
    const pace = createPace(run, () => false);
    for (let step = 0; step < 5; step++) pace.add(0, 0.1);
    const [whole, withoutFirst] = [pace.secondsLeft(0, 0)!, pace.secondsLeft(1, 0)!];
    expect(whole - withoutFirst).toBeCloseTo(run.stages[0].steps * 0.1);
    // Stage 2 alone is more than half of the pipeline.
    expect(pace.secondsLeft(4, 0)!).toBeGreaterThan(whole / 2);
  });

  it('of two workers is quicker, from where they begin', () => {
    const run = pipelineRun();
    const paces = [false, true].map((isDivided) =>
      createPace(run, ({ kind }) => isDivided && kind === 'instruction'),
    );
    for (let step = 0; step < 5; step++) paces.forEach((pace) => pace.add(0, 0.1));
    const [alone, divided] = paces.map((pace) => pace.secondsLeft(4, 0)!);
    expect(divided).toBeLessThan(alone);
    const before = paces.map((pace, index) => pace.secondsLeft(0, 0)! - [alone, divided][index]);
    expect(before[1]).toBeCloseTo(before[0]);
  });
});

describe('a curve', () => {
  const ALL = 20_000;

  it('stays short, covers the whole run evenly, and keeps its mean', () => {
    let curve: Curve = [];
    for (let step = 1; step <= ALL; step++) curve = addPoint(curve, [step, step % 2], ALL);
    expect(curve.length).toBeLessThanOrEqual(401);
    expect(curve.at(-1)![0]).toBe(ALL);
    curve.forEach(([step, loss], index) => {
      expect(step - (curve[index - 1]?.[0] ?? 0)).toBeLessThanOrEqual(ALL / 400 + 1);
      expect(loss).toBeCloseTo(0.5, 1);
    });
  });

  it('of a short run has every report', () => {
    let curve: Curve = [];
    for (const step of [1, 5, 9]) curve = addPoint(curve, [step, step], 10);
    expect(curve.map(([step]) => step)).toEqual([1, 5, 9]);
  });

  it('goes on from where a failure has set the run back', () => {
    let curve: Curve = [];
    for (const step of [100, 200, 300, 250]) curve = addPoint(curve, [step, step], ALL);
    expect(curve.map(([step]) => step)).toEqual([100, 200, 250]);
  });
});

describe('a task', () => {
  const caption = {
    question: ['describe'],
    answer: ['red', 'circle', 'top-left', ';', 'blue', 'square', 'bottom-left', '.'],
  };

  it('renames colours everywhere', () => {
    const turn = { question: ['is', 'there', 'red', 'circle'], answer: ['yes'] };
    expect(adaptTurn(TASKS.colours, turn)).toEqual({
      question: ['is', 'there', 'green', 'circle'],
      answer: ['yes'],
    });
    expect(adaptTurn(TASKS.colours, caption).answer.slice(0, 2)).toEqual(['green', 'circle']);
  });

  it('says the same in another style', () => {
    const turn = { question: ['is', 'there', 'red', 'circle'], answer: ['no'] };
    expect(adaptTurn(TASKS.style, turn)).toEqual({ ...turn, answer: ['0'] });
    expect(adaptTurn(TASKS.style, caption).answer.join(' ')).toBe(
      'top-left red circle ; bottom-left blue square .',
    );
  });
});

it('every failure is told in both languages', () => {
  expect(Object.keys(FAILURE_TEXTS.zh)).toEqual(Object.keys(FAILURE_TEXTS.en));
});
