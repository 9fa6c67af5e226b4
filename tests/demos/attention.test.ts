import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { derive } from '../../src/demos/attention/derive.ts';
import { demo } from '../../src/demos/attention/index.ts';
import { embed, HEAD_COUNT, TOKEN_COUNT, WEIGHTS } from '../../src/demos/attention/model.ts';
import { MASKS, schema } from '../../src/demos/attention/state.ts';
import { strings } from '../../src/demos/attention/strings.ts';
import { LANGUAGES } from '../../src/language.ts';
import { scenePixels } from '../../src/images/images.ts';
import { multiHeadAttention } from '../../src/kernels/attention.ts';
import { createImage, resizeByArea } from '../../src/kernels/image.ts';
import { rowOf } from '../../src/kernels/matrix.ts';

const image = scenePixels('harbour');
const at = (fields: Record<string, unknown> = {}) => v.parse(schema, fields);
const tokens = Array.from({ length: TOKEN_COUNT }, (_, token) => token);
const heads = Array.from({ length: HEAD_COUNT }, (_, head) => head);

describe('attention', () => {
  test('every row of weights sums to 1, in every head and with every mask', () => {
    for (const head of heads) {
      for (const mask of MASKS) {
        const { weights } = derive(at({ head, mask, tau: 0.1 }), image);
        for (const query of tokens) {
          const row = weights.subarray(query * TOKEN_COUNT, (query + 1) * TOKEN_COUNT);
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        }
      }
    }
  });

  test('a masked key has weight exactly 0 and adds nothing', () => {
    for (const query of tokens) {
      const { row } = derive(at({ mask: 'causal', query }), image);
      expect(row.allowedCount).toBe(query + 1);
      expect([...row.weights.subarray(query + 1)].every((weight) => weight === 0)).toBe(true);
    }
    const corner = derive(at({ mask: 'window', query: 1 }), image).row;
    const seen = tokens.filter((token) => corner.weights[token] > 0);
    expect(seen).toEqual([0, 1, 2, 6, 7]); // itself, three neighbours, the class token
  });

  test('the entropy rises with the temperature and stays within its bounds', () => {
    const taus = [0.1, 0.2, 0.5, 1, 2, 4];
    for (const head of heads) {
      for (const query of tokens) {
        const entropies = taus.map((tau) => derive(at({ head, query, tau }), image).row.entropy);
        expect(entropies).toEqual([...entropies].sort((a, b) => a - b));
        expect(entropies.at(-1)).toBeLessThanOrEqual(Math.log(TOKEN_COUNT));
      }
    }
  });

  test('the temperature changes the weights, not the scores', () => {
    const [cold, warm] = [0.5, 2].map((tau) => derive(at({ tau }), image));
    cold.scores.forEach((score, index) => expect(score).toBeCloseTo(warm.scores[index], 4));
  });

  test('it shows what the kernel computes, and the output is the weighted sum of the values', () => {
    const { heads, output } = multiHeadAttention(
      embed(resizeByArea(image, 80, 80)),
      WEIGHTS,
      HEAD_COUNT,
    );
    const shown = derive(at({ head: 1, query: 9 }), image);
    expect(shown.weights).toEqual(heads[1].weights.data);
    expect(shown.projected).toEqual(rowOf(output, 9));
    shown.row.output.forEach((value, dimension) => {
      const sum = tokens.reduce(
        (total, token) =>
          total + shown.row.weights[token] * shown.values[dimension * TOKEN_COUNT + token],
        0,
      );
      expect(sum).toBeCloseTo(value, 5);
    });
  });

  test('head 1 finds its own colour: sea looks at sea, not at the sky', () => {
    const { weights } = derive(at({ head: 0, query: 22 }), image).row;
    expect(weights.subarray(21).reduce((a, b) => a + b)).toBeGreaterThan(0.5);
    expect(weights.subarray(1, 6).reduce((a, b) => a + b)).toBeLessThan(0.05);
  });

  test('head 2 looks at the query’s own place most', () => {
    for (const query of tokens.slice(1)) {
      const { terms } = derive(at({ head: 1, query }), image).row;
      expect(terms[0].token).toBe(query);
    }
  });

  test('the challenge is not met at first and is met when cold', () => {
    const met = (fields: Record<string, unknown>) =>
      demo.challenges!['low-entropy'](derive(at(fields), image), at(fields));
    expect(met({})).toBe(false);
    expect(met({ head: 1, tau: 0.1 })).toBe(true);
  });

  test('one colour everywhere, and a single key, leave nothing undefined', () => {
    const black = createImage(224, 224, 3);
    const { row } = derive(at({ mask: 'causal', query: 0 }), black);
    expect(row.entropy).toBe(0);
    expect(row.entropyPercent).toBe(0);
    for (const language of LANGUAGES)
      expect(strings[language].sum(row)).not.toMatch(/NaN|undefined/);
  });

  test('the table has the numbers of the picked row', () => {
    const state = at({ query: 3 });
    const derived = derive(state, image);
    const { rows } = demo.table(derived, demo.strings.en, state);
    expect(rows).toHaveLength(TOKEN_COUNT + 2);
    rows.slice(0, TOKEN_COUNT).forEach(([, score, weight], token) => {
      expect(Number(String(score).replace('−', '-'))).toBeCloseTo(derived.row.scores[token], 3);
      expect(Number(weight)).toBeCloseTo(derived.row.weights[token], 4);
    });
    expect(Number(rows.at(-1)![2])).toBeCloseTo(derived.row.entropy, 3);
  });
});
