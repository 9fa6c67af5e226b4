import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { derive, shuffledOrder } from '../../src/demos/position/derive.ts';
import { demo } from '../../src/demos/position/index.ts';
import { EMBEDDINGS, PATCH_COUNT } from '../../src/demos/position/model.ts';
import { LAST_SHUFFLE, schema } from '../../src/demos/position/state.ts';
import { scenePixels } from '../../src/images/images.ts';
import { createImage } from '../../src/kernels/image.ts';

const image = scenePixels('harbour');
const at = (fields: Record<string, unknown> = {}) => v.parse(schema, fields);
const seeds = [1, 2, 17, 400, LAST_SHUFFLE];

describe('position', () => {
  test('an order holds every patch once; seed 0 leaves them in place', () => {
    const inOrder = Array.from({ length: PATCH_COUNT }, (_, index) => index);
    expect(shuffledOrder(0)).toEqual(inOrder);
    for (const seed of seeds) {
      expect(shuffledOrder(seed)).not.toEqual(inOrder);
      expect([...shuffledOrder(seed)].sort((a, b) => a - b)).toEqual(inOrder);
    }
  });

  test('without positions attention is permutation-equivariant, so class token and mean do not change', () => {
    for (const shuffle of seeds) {
      const { without } = derive(at({ shuffle }), image);
      for (const measure of ['classToken', 'mean', 'patches'] as const) {
        expect(without[measure].difference).toBeLessThan(1e-5);
        expect(without[measure].isSame).toBe(true);
      }
    }
  });

  test('with positions of any kind the outputs change', () => {
    for (const embedding of EMBEDDINGS) {
      for (const shuffle of seeds) {
        const outcome = derive(at({ embedding, shuffle }), image).with;
        for (const measure of ['classToken', 'mean', 'patches'] as const) {
          expect(outcome[measure].difference).toBeGreaterThan(1e-3);
        }
      }
    }
  });

  test('fresh random embeddings count for little beside sines and cosines', () => {
    const change = (embedding: string) =>
      derive(at({ embedding }), image).with.classToken.difference;
    expect(change('random')).toBeLessThan(change('sincos2d') / 5);
  });

  test('an unshuffled image gives the same outputs, with positions or without', () => {
    const derived = derive(at({ shuffle: 0 }), image);
    expect(derived.isShuffled).toBe(false);
    expect(derived.with.patches.difference).toBe(0);
    expect(derived.without.patches.difference).toBe(0);
  });

  test('in two dimensions the neighbours beside and below are alike; in one, only the one beside', () => {
    const two = derive(at({ embedding: 'sincos2d' }), image).similarity;
    expect(two.right).toBeCloseTo(two.below!, 5);
    const one = derive(at({ embedding: 'sincos1d' }), image).similarity;
    expect(one.right).toBeGreaterThan(one.below! + 0.1);
  });

  test('a position is most similar to itself', () => {
    for (const embedding of EMBEDDINGS) {
      for (let position = 0; position < PATCH_COUNT; position++) {
        const { values } = derive(at({ embedding, position }), image).similarity;
        expect(values[position]).toBeCloseTo(1, 5);
        expect(Math.max(...values)).toBeCloseTo(values[position], 5);
      }
    }
  });

  test('the button goes through all orders and never stops', () => {
    expect(derive(at({ shuffle: 0 }), image).nextShuffle).toBe(1);
    expect(derive(at({ shuffle: LAST_SHUFFLE }), image).nextShuffle).toBe(1);
  });

  test('the table shows the numbers of the view, for the last position and a black image too', () => {
    for (const picture of [image, createImage(224, 224, 3)]) {
      const state = at({ position: PATCH_COUNT - 1, embedding: 'random' });
      const derived = derive(state, picture);
      const { rows } = demo.table(derived, demo.strings.en, state);
      expect(rows).toHaveLength(6 + PATCH_COUNT);
      expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|null/);
      rows.slice(6).forEach(([, cosine], position) => {
        const shown = Number(String(cosine).replace('−', '-'));
        expect(shown).toBeCloseTo(derived.similarity.values[position], 1);
      });
    }
  });
});
