import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { derive } from '../../src/demos/lab-world/derive.ts';
import { demo } from '../../src/demos/lab-world/index.ts';
import { schema } from '../../src/demos/lab-world/state.ts';
import { strings } from '../../src/demos/lab-world/strings.ts';
import { table } from '../../src/demos/lab-world/table.ts';
import { codeOfScene } from '../../src/demos/sceneField.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { answerWords } from '../../src/world/modelText.ts';
import { isTrue } from '../../src/world/question.ts';
import { randomScene } from '../../src/world/scene.ts';
import { splitOf } from '../../src/world/split.ts';

const at = (fields: Record<string, unknown> = {}) => v.parse(schema, fields);
const states = Array.from({ length: 60 }, (_, index) =>
  at({
    scene: codeOfScene(randomScene(SMALL_WORLD, uniformSource(index))),
    questions: index + 1,
    rendering: index % 2 === 0 ? 'plain' : 'training',
  }),
);

describe('lab-world', () => {
  test('of each pair one question is true of the scene and one is false', () => {
    for (const state of states) {
      const { scene, pairs } = derive(state);
      expect(pairs).toHaveLength(4);
      for (const { item } of pairs) {
        if (!item) continue;
        expect(isTrue(SMALL_WORLD, scene, item.yes)).toBe(true);
        expect(isTrue(SMALL_WORLD, scene, item.no)).toBe(false);
      }
    }
  });

  test('answers and options are those of the world; one of four options is right', () => {
    for (const state of states) {
      const { scene, open, choices } = derive(state);
      for (const { item } of open) {
        if (item) expect(item.answer).toEqual(answerWords(SMALL_WORLD, scene, item.question));
      }
      for (const { item } of choices) {
        if (!item) continue;
        expect(new Set(item.options).size).toBe(4);
        expect(item.options).toContain(item.answer[0]);
      }
    }
  });

  test('the picture has 32 × 32 pixels; noise does not change the layout, nor its split', () => {
    for (const state of states) {
      const { pixels, scene, split } = derive(state);
      expect([pixels.height, pixels.width, pixels.channels]).toEqual([32, 32, 3]);
      expect(split).toBe(splitOf(scene));
      expect(derive({ ...state, rendering: 'training' }).split).toBe(split);
    }
    const plain = derive(at()).pixels.data;
    expect(derive(at({ rendering: 'training' })).pixels.data).not.toEqual(plain);
  });

  test('there are 7,824 layouts', () => {
    expect(derive(at()).layouts).toBe(7824);
  });

  test('other questions are other questions, another scene is another scene', () => {
    const state = at();
    const { nextQuestions, nextScene, ...derived } = derive(state);
    expect(derive({ ...state, ...nextQuestions }).pairs).not.toEqual(derived.pairs);
    expect(derive({ ...state, ...nextScene }).scene).not.toEqual(derived.scene);
  });

  test('the table has every question with its answer, in both languages', () => {
    const derived = derive(at());
    for (const language of ['zh', 'en'] as const) {
      const { rows } = table(derived, strings[language]);
      expect(rows).toHaveLength(1 + 2 * 4 + 4 + 4);
      expect(rows[1][2]).toBe(strings[language].question(derived.pairs[0].item!.yes));
    }
    expect(demo.checkpoints ?? []).toEqual([]);
  });
});

test('the challenge is met by a layout of the test set, which the default is not', () => {
  const isMet = demo.challenges!['unseen-layout'];
  for (const state of states) {
    const derived = derive(state);
    expect(isMet(derived, state)).toBe(derived.split === 'test');
  }
  expect(isMet(derive(at()), at())).toBe(false);
});
