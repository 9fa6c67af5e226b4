import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FAR_GIOU, SLOPPY_MEAN } from '../../src/demos/iou/challenges.ts';
import { derive } from '../../src/demos/iou/derive.ts';
import { demo } from '../../src/demos/iou/index.ts';
import { PRESETS } from '../../src/demos/iou/presets.ts';
import { FIELD, OBJECT_IDS, OBJECTS } from '../../src/demos/iou/scene.ts';
import { boxOf, fieldsOf, PAIRS, schema, type State } from '../../src/demos/iou/state.ts';
import { HIT_RULES } from '../../src/kernels/iou.ts';

const at = (fields: Record<string, unknown> = {}): State => v.parse(schema, fields);
const side = fc.integer({ min: 0, max: FIELD.side - FIELD.minimum });
const size = fc.integer({ min: FIELD.minimum, max: FIELD.side });
const ownGold = fc.record({ ownGoldX: side, ownGoldY: side, ownGoldW: size, ownGoldH: size });

describe('iou', () => {
  it('begins with a miss to be mended, and a prediction that the rules judge differently', () => {
    const { hits, rows } = derive(at());
    expect(Object.values(hits)).toEqual([false, false, false]);
    expect(rows.find(({ id }) => id === 'square')).toMatchObject({
      iou: 0.5,
      hits: { atLeast: true, above: false },
    });
  });

  it('accuracy follows the rule, and OFA’s the unit', () => {
    const accuracyOf = (fields: Record<string, unknown>) => derive(at(fields)).accuracy;
    expect(accuracyOf({ rule: 'atLeast' })).toBe(3 / 5);
    expect(accuracyOf({ rule: 'above' })).toBe(2 / 5);
    expect(accuracyOf({ rule: 'ofa' })).toBe(3 / 5);
    expect(accuracyOf({ rule: 'ofa', unit: 'unit' })).toBe(2 / 5);
  });

  it('IoU and GIoU are the same in both units', () => {
    for (const pair of PAIRS) {
      const [pixels, unit] = ['pixels', 'unit'].map((unit) => derive(at({ pair, unit })).numbers);
      expect([unit.iou, unit.giou]).toEqual([pixels.iou, pixels.giou]);
    }
  });

  it('the count of hits and the accuracy agree', () => {
    for (const rule of HIT_RULES) {
      const { hitCount, rows, accuracy } = derive(at({ rule }));
      expect(accuracy).toBe(hitCount / rows.length);
    }
  });

  it('presets do what they say, wherever the gold box is', () => {
    const pair = fc.constantFrom(...PAIRS);
    fc.assert(
      fc.property(pair, ownGold, (pair, gold) => {
        const state = at({ pair, ...gold });
        const { presets } = derive(state);
        const scores = PRESETS.map((preset) => derive({ ...state, ...presets[preset] }).numbers);
        const [equal, half, touching, apart] = scores;
        expect([equal.iou, equal.giou]).toEqual([1, 1]);
        const { x1, y1, x2, y2 } = boxOf(state, 'ownGold');
        const fits = pair !== 'own' || Math.max(x2 - x1, y2 - y1) <= FIELD.side / 2;
        if (fits) {
          expect(half.iou).toBe(0.5);
          expect(touching.iou).toBe(0);
          expect(apart.giou).toBeLessThan(0);
        }
      }),
    );
  });

  it('the state keeps a box that was put there, and holds any box inside the picture', () => {
    const state = at();
    const box = { x1: 10, y1: 20, x2: 60, y2: 90 };
    expect(boxOf({ ...state, ...fieldsOf('square', box) }, 'square')).toEqual(box);
    fc.assert(
      fc.property(ownGold, (fields) => {
        const { x1, y1, x2, y2 } = boxOf(at(fields), 'ownGold');
        expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x2, y2)).toBeLessThanOrEqual(FIELD.side);
        expect(Math.min(x2 - x1, y2 - y1)).toBeGreaterThanOrEqual(FIELD.minimum);
      }),
    );
  });

  it('only the reader’s own pair has a gold box that moves', () => {
    expect(derive(at({ pair: 'square' })).movable).toEqual(['square']);
    expect(derive(at({ pair: 'own' })).movable).toEqual(['ownGold', 'own']);
  });

  it('the table shows the derived numbers', () => {
    const state = at({ rule: 'above' });
    const derived = derive(state);
    const { rows } = demo.table(derived, demo.strings.en, state);
    expect(rows.slice(1, 6).map(([, , , iou]) => Number(iou))).toEqual(
      derived.rows.map(({ iou }) => Number(iou.toFixed(4))),
    );
    expect(rows[6].at(-1)).toContain('2/5 = 40%');
  });
});

describe('challenges', () => {
  const { sloppy, far } = demo.challenges!;
  const isMet = (challenge: typeof sloppy, state: State) => challenge(derive(state), state);

  it('sloppy: every prediction just a hit', () => {
    const state = OBJECT_IDS.reduce<State>((state, pair) => {
      const { presets } = derive({ ...state, pair });
      return { ...state, ...presets.half };
    }, at());
    expect(derive(state).meanIou).toBeLessThan(SLOPPY_MEAN);
    expect(isMet(sloppy, state)).toBe(true);
    expect(isMet(sloppy, at())).toBe(false);
    const perfect = OBJECT_IDS.reduce<State>(
      (state, id) => ({ ...state, ...fieldsOf(id, OBJECTS[id].gold) }),
      at(),
    );
    expect(isMet(sloppy, perfect)).toBe(false);
  });

  it('far: two small boxes in opposite corners', () => {
    const corner = { ownGoldX: 0, ownGoldY: 0, ownGoldW: 8, ownGoldH: 8 };
    const state = at({ pair: 'own', ...corner, ownX: 248, ownY: 248, ownW: 8, ownH: 8 });
    expect(derive(state).numbers.giou).toBeLessThan(FAR_GIOU);
    expect(isMet(far, state)).toBe(true);
    expect(isMet(far, at())).toBe(false);
  });
});
