import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { derive, type State } from '../../src/demos/lab-exam/derive.ts';
import { demo } from '../../src/demos/lab-exam/index.ts';
import { pageOf, readQuestion } from '../../src/demos/lab-exam/items.ts';
import { linesOf } from '../../src/demos/lab-exam/lines.ts';
import { reportOf } from '../../src/demos/lab-exam/report.ts';
import { EXAMINEES, schema } from '../../src/demos/lab-exam/state.ts';
import { strings } from '../../src/demos/lab-exam/strings.ts';
import { table } from '../../src/demos/lab-exam/table.ts';
import { type AnsweredItem, writeExamination } from '../../src/train/examination.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { questionWords } from '../../src/world/modelText.ts';
import { LETTERS } from '../../src/world/vocabulary.ts';

const at = (fields: Record<string, unknown> = {}): State => v.parse(schema, fields);

/** An examination whose answers are all right, all wrong, or always "yes" and "A". */
function answered(kind: 'right' | 'wrong' | 'always'): AnsweredItem[] {
  const { scenes, items } = writeExamination(SMALL_WORLD, 'test', 40, 3);
  return items.map((item) => ({
    ...item,
    scene: scenes[item.scene],
    question: item.turn.question,
    truth: item.turn.answer,
    answer: {
      right: item.turn.answer,
      wrong: ['<end>'],
      always: item.kind === 'yesNo' ? ['yes'] : ['A'],
    }[kind],
  }));
}

describe('lab-exam', () => {
  test('a model that is always right scores 1, one that is always wrong 0', () => {
    for (const { score } of reportOf(answered('right'))) expect(score.value).toBe(1);
    for (const { score } of reportOf(answered('wrong'))) expect(score.value).toBe(0);
  });

  test('always "yes" gives accuracy 1/2 and acc+ 0; always "A" is right once in four rotations', () => {
    const rows = reportOf(answered('always'));
    for (const { measure, score } of rows) {
      if (measure === 'yesNo') expect(score.value).toBe(0.5);
      if (measure === 'yesNoPairs' || measure === 'circular') expect(score.value).toBe(0);
    }
    const all = answered('always').filter(({ kind }) => kind === 'choice');
    const right = all.filter(({ answer, truth }) => answer[0] === truth[0]);
    expect(right.length).toBe(all.length / 4);
  });

  test('acc+ is at most accuracy, circular at most one pass; counts add up', () => {
    const items = answered('right').map((item, index) =>
      index % 3 === 0 ? { ...item, answer: ['nothing'] } : item,
    );
    const rows = reportOf(items);
    const value = (measure: string, category?: string) =>
      rows.find((row) => row.measure === measure && row.category === category)!.score;
    expect(value('yesNoPairs').value).toBeLessThanOrEqual(value('yesNo').value);
    expect(value('circular').value).toBeLessThanOrEqual(value('choice').value);
    const parts = ['existence', 'count', 'colour', 'position'].map((c) => value('yesNo', c).count);
    expect(parts.reduce((sum, count) => sum + count)).toBe(value('yesNo').count);
  });

  test('every question of an examination is read back, with its options', () => {
    for (const { question: words } of answered('right')) {
      const { question, options } = readQuestion(words);
      expect(question, words.join(' ')).toBeDefined();
      const shown = options.flatMap((option, index) => [LETTERS[index], option]);
      expect([...questionWords(SMALL_WORLD, question!), ...shown]).toEqual(words);
    }
  });

  test('shipped scores come from scores.json alone; there are none of the reader’s model', () => {
    const { results } = JSON.parse(readFileSync('src/data/scores.json', 'utf8')) as {
      results: Record<string, Record<string, unknown>>;
    };
    for (const examinee of EXAMINEES) {
      const { shipped, hasShipped } = derive(at({ examinee }));
      const scores = results[`instruct-${examinee}`];
      expect(hasShipped).toBe(scores !== undefined);
      for (const { measure, score } of shipped) expect(score).toEqual(scores?.[measure]);
    }
    expect(derive(at({ examinee: 'mine' })).hasShipped).toBe(false);
  });

  test('the badge tells whose model is examined', () => {
    const own = { kept: [{ name: 'instruct-mlp', bytes: 1, savedAt: 0 }] };
    for (const examinee of EXAMINEES) {
      const derived = derive(at({ examinee }), undefined, undefined, own);
      expect(demo.isByReader!(derived)).toBe(examinee === 'mine');
      // Where there is no model of the reader's own, none is examined.
      expect(demo.isByReader!(derive(at({ examinee })))).toBe(false);
    }
  });

  test('of the reader’s own models the wanted one is examined, or else the newest that can be', () => {
    const names = ['peft-lora-style', 'instruct-linear', 'clip', 'align-mlp'];
    const own = { kept: names.map((name) => ({ name, bytes: 1, savedAt: 0 })) };
    const derived = (wanted: string) =>
      derive(at({ examinee: 'mine', own: wanted }), undefined, undefined, own);
    expect(derived('newest').own).toEqual({
      names: ['instruct-linear', 'align-mlp'],
      asked: 'instruct-linear',
    });
    expect(derived('newest').run).toMatchObject({ connector: 'linear', own: ['instruct-linear'] });
    expect(derived('align-mlp').run).toMatchObject({ connector: 'mlp', own: ['align-mlp'] });
    expect(derived('instruct-mlp').own!.asked).toBe('instruct-linear');
    // What was tuned speaks another way: it is asked, not examined.
    expect(derived('peft-lora-style').own!.asked).toBe('instruct-linear');
    expect(derive(at({ examinee: 'mine' })).run).toBeUndefined();
  });

  test('pages hold every question once, and mistakes can be listed alone', () => {
    const items = answered('always');
    const { pages, count, wrong } = pageOf(items, at());
    expect(count).toBe(items.length);
    const listed = Array.from({ length: pages }, (_, page) => pageOf(items, at({ page })).items);
    expect(listed.flat()).toEqual(items);
    expect(pageOf(items, at({ page: pages })).page).toBe(0);
    const mistakes = pageOf(items, at({ onlyWrong: true }));
    expect(mistakes.pages).toBe(Math.ceil(wrong / 8));
    expect(pageOf(answered('right'), at({ onlyWrong: true })).items).toEqual([]);
  });

  test('every line of the report stands there before there are scores', () => {
    const before = linesOf(derive(at()), undefined);
    const after = linesOf(derive(at()), answered('right'));
    expect(before.map(({ lines }) => lines.length)).toEqual(after.map(({ lines }) => lines.length));
    expect(after.flatMap(({ lines }) => lines).every(({ here }) => here?.value === 1)).toBe(true);
    expect(before.flatMap(({ lines }) => lines).every(({ here }) => here === undefined)).toBe(true);
  });

  test('the table has the published scores', () => {
    const derived = derive(at());
    const { rows } = table(derived, strings.zh);
    expect(rows[0][1]).toBe(strings.zh.score(derived.shipped[0].score!));
  });
});
