import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { derive } from '../../src/demos/lab-ask/derive.ts';
import { demo } from '../../src/demos/lab-ask/index.ts';
import { schema } from '../../src/demos/lab-ask/state.ts';
import { strings } from '../../src/demos/lab-ask/strings.ts';
import { table } from '../../src/demos/lab-ask/table.ts';
import { codeOfScene } from '../../src/demos/sceneField.ts';
import { createImage } from '../../src/kernels/image.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { questionText } from '../../src/world/language/readerText.ts';
import { answerWords } from '../../src/world/modelText.ts';
import { sceneOf } from '../../src/world/split.ts';

const checkpoints = await loadCheckpoints(demo.checkpoints ?? []);
const none = createImage(1, 1, 3);
const at = (fields: Record<string, unknown> = {}) => v.parse(schema, fields);
const deriveAt = (fields: Record<string, unknown> = {}) => derive(at(fields), none, checkpoints);
const random = uniformSource(5);
const heldOut = Array.from({ length: 6 }, () => codeOfScene(sceneOf('test', SMALL_WORLD, random)));

describe('lab-ask', () => {
  test('by default it describes the scene, rightly', () => {
    const derived = deriveAt();
    expect(derived.verdict).toBe('right');
    expect(derived.words.map(({ word }) => word)).toEqual(
      answerWords(SMALL_WORLD, derived.scene, { kind: 'describe' }),
    );
  });

  test('the verdict is the world’s own check', () => {
    for (const scene of heldOut) {
      for (const question of deriveAt({ scene }).suggestions) {
        const text = questionText(SMALL_WORLD, question, 'en');
        const { words, right, verdict } = deriveAt({ scene, question: text });
        expect(right).toBeDefined();
        const given = words.map(({ word }) => word);
        expect(verdict).toBe(given.join(' ') === right!.join(' ') ? 'right' : 'wrong');
        expect(
          words.every(({ word, isRight }, index) => isRight === (word === right![index])),
        ).toBe(true);
      }
    }
  });

  test('a question about what is not there has no right answer', () => {
    const { verdict, right } = deriveAt({ question: 'What color is the yellow circle?' });
    expect(right).toBeUndefined();
    expect(verdict).toBe('presupposes');
  });

  test('stage 1 alone answers fewer questions than stage 2', () => {
    const count = (model: string) =>
      heldOut.flatMap((scene) =>
        deriveAt({ scene }).suggestions.filter(
          (question) =>
            deriveAt({ scene, model, question: questionText(SMALL_WORLD, question, 'zh') })
              .verdict === 'right',
        ),
      ).length;
    expect(count('instruct-mlp')).toBeGreaterThan(count('align-mlp'));
  });

  test('attention of a word sums to one over image and text; so do heads, layers and means', () => {
    for (const fields of [{}, { layer: 2 }, { head: 3 }, { layer: 4, head: 1, word: 3 }]) {
      const { attention, imageShare } = deriveAt(fields);
      expect(attention).toHaveLength(16);
      expect(attention.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(imageShare, 5);
      expect(imageShare).toBeGreaterThan(0);
      expect(imageShare).toBeLessThan(1);
    }
  });

  test('candidates are sorted, and the first one is the word', () => {
    const { candidates, words } = deriveAt({ word: 2 });
    expect(candidates[0].word).toBe(words[2].word);
    for (let index = 1; index < candidates.length; index++) {
      expect(candidates[index].probability).toBeLessThanOrEqual(candidates[index - 1].probability);
    }
  });

  test('without a model of the reader’s own, that of stage 2 answers, and it is said', () => {
    const derived = derive(at({ model: 'mine' }), none, checkpoints, { kept: [] });
    expect(derived.absence).toEqual({ kind: 'untrained' });
    expect(strings.en.whoAnswers(derived)).toContain('ours after stage 2 answers');
    expect(derived.words).toEqual(deriveAt().words);
  });

  test('what is understood may stand in the address, in both languages; nothing else', () => {
    expect(at({ question: '圆形是什么颜色？' }).question).toBe('圆形是什么颜色？');
    expect(at({ question: 'Why?' }).question).toBe(at().question);
    expect(at({ question: 'x'.repeat(500) }).question).toBe(at().question);
  });

  test('the table has the numbers that are drawn', () => {
    const derived = deriveAt();
    const { rows } = table(derived, strings.en);
    expect(rows).toHaveLength(3 + 5 + 16 + 16);
    expect(rows[8][1]).toBe(strings.en.percent(derived.attention[0]));
  });
});

test('the challenge is met by a right answer about position on an unseen layout alone', () => {
  const isMet = demo.challenges!['position-answered'];
  const state = at();
  const found = heldOut.flatMap((scene) =>
    deriveAt({ scene })
      .suggestions.filter(({ kind }) => kind === 'relationIs')
      .map((question) => deriveAt({ scene, question: questionText(SMALL_WORLD, question, 'en') })),
  );
  for (const derived of found) expect(isMet(derived, state)).toBe(derived.verdict === 'right');
  expect(found.some((derived) => isMet(derived, state))).toBe(true);
  expect(isMet(deriveAt(), state)).toBe(false);
});
