import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  boxArea,
  giou,
  HIT_RULES,
  hitRate,
  iou,
  isHit,
  overlap,
} from '../../src/kernels/iou.ts';
import { expectClose, GoldenCase } from './golden.ts';

/** Boxes in whole units, so that areas are exact. */
const box: fc.Arbitrary<Box> = fc
  .tuple(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([x1, y1, width, height]) => ({ x1, y1, x2: x1 + width, y2: y1 + height }));

const moved = ({ x1, y1, x2, y2 }: Box, scale: number, dx: number, dy: number): Box => ({
  x1: x1 * scale + dx,
  y1: y1 * scale + dy,
  x2: x2 * scale + dx,
  y2: y2 * scale + dy,
});

const at = (x1: number, y1: number, x2: number, y2: number): Box => ({ x1, y1, x2, y2 });

function boxesOf(golden: GoldenCase, name: string): Box[] {
  const { data } = golden.tensor(name);
  return Array.from({ length: data.length / 4 }, (_, row) =>
    at(data[4 * row], data[4 * row + 1], data[4 * row + 2], data[4 * row + 3]),
  );
}

describe('IoU and GIoU', () => {
  it('equal PyTorch', () => {
    const golden = new GoldenCase('iou', 'random');
    const [a, b] = [boxesOf(golden, 'a'), boxesOf(golden, 'b')];
    golden.expect(
      'iou',
      Float32Array.from(a, (one, index) => iou(one, b[index])),
    );
    golden.expect(
      'giou',
      Float32Array.from(a, (one, index) => giou(one, b[index])),
    );
  });

  it('are symmetric; IoU lies in [0, 1], GIoU in (−1, IoU]', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(iou(a, b)).toBe(iou(b, a));
        expect(giou(a, b)).toBe(giou(b, a));
        expect(iou(a, b)).toBeGreaterThanOrEqual(0);
        expect(iou(a, b)).toBeLessThanOrEqual(1);
        expect(giou(a, b)).toBeGreaterThan(-1);
        expect(giou(a, b)).toBeLessThanOrEqual(iou(a, b));
      }),
    );
  });

  it('are 1 for equal boxes and for no others', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const areEqual = a.x1 === b.x1 && a.y1 === b.y1 && a.x2 === b.x2 && a.y2 === b.y2;
        expect([iou(a, a), giou(a, a)]).toEqual([1, 1]);
        expect(iou(a, b) === 1).toBe(areEqual);
        expect(giou(a, b) === 1).toBe(areEqual);
      }),
    );
  });

  it('do not change when both boxes are moved and scaled together', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(box, box, change, (a, b, [scale, dx, dy]) => {
        const [movedA, movedB] = [moved(a, scale, dx, dy), moved(b, scale, dx, dy)];
        expect(iou(movedA, movedB)).toBeCloseTo(iou(a, b), 12);
        expect(giou(movedA, movedB)).toBeCloseTo(giou(a, b), 12);
      }),
    );
  });

  it('inclusion–exclusion: the union and the intersection hold as much as the two boxes', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const { intersection, union, enclosingArea } = overlap(a, b);
        expect(intersection + union).toBe(boxArea(a) + boxArea(b));
        expect(enclosingArea).toBeGreaterThanOrEqual(union);
      }),
    );
  });

  it('a box inside another: the ratio of the areas, and GIoU is the same', () => {
    const [outer, inner] = [at(0, 0, 10, 10), at(2, 2, 7, 6)];
    expect([iou(outer, inner), giou(outer, inner)]).toEqual([0.2, 0.2]);
  });

  it('boxes that only touch share no area', () => {
    expect(overlap(at(0, 0, 2, 2), at(2, 0, 4, 2))).toMatchObject({ shared: undefined, giou: 0 });
    expect(iou(at(0, 0, 2, 2), at(2, 2, 4, 4))).toBe(0);
  });

  it('GIoU falls towards −1 as boxes move apart', () => {
    const far = [1, 10, 100, 1000].map((x) => giou(at(0, 0, 1, 1), at(x, 0, x + 1, 1)));
    far.slice(1).forEach((value, index) => expect(value).toBeLessThan(far[index]));
    expect(far[3]).toBeLessThan(-0.99);
  });

  it('boxes without area have an IoU of 0; corners the wrong way round are refused', () => {
    expect([iou(at(1, 1, 1, 1), at(1, 1, 1, 1)), iou(at(0, 0, 2, 2), at(1, 1, 1, 2))]).toEqual([
      0, 0,
    ]);
    expect(giou(at(1, 1, 1, 1), at(1, 1, 1, 1))).toBe(0);
    expect(() => iou(at(2, 0, 1, 1), at(0, 0, 1, 1))).toThrow(
      'x1 ≤ x2 and y1 ≤ y2, got 2, 0, 1, 1',
    );
  });
});

describe('Acc@0.5', () => {
  it('equals PyTorch under every rule', () => {
    const golden = new GoldenCase('iou', 'hits');
    const [gold, predicted] = [boxesOf(golden, 'gold'), boxesOf(golden, 'predicted')];
    for (const rule of HIT_RULES) {
      const hits = gold.map((one, index) => Number(isHit(predicted[index], one, rule)));
      expectClose(hits, golden.tensor(rule).data, rule);
    }
  });

  it('exactly 0.5 is a hit for ≥, a miss for >, and for OFA it depends on the unit', () => {
    const [gold, predicted] = [at(0, 0, 2, 1), at(0, 0, 1, 1)];
    expect(iou(predicted, gold)).toBe(0.5);
    expect(HIT_RULES.map((rule) => isHit(predicted, gold, rule))).toEqual([true, false, false]);
    const [goldPixels, predictedPixels] = [moved(gold, 64, 0, 0), moved(predicted, 64, 0, 0)];
    expect(isHit(predictedPixels, goldPixels, 'ofa')).toBe(true);
  });

  it('OFA: two negative sides are no overlap', () => {
    expect(isHit(at(0, 0, 1, 1), at(3, 3, 4, 4), 'ofa', 0)).toBe(false);
  });

  it('a rate is the share of hits', () => {
    const gold = at(0, 0, 2, 1);
    const pairs = [gold, at(0, 0, 1, 1), at(5, 5, 6, 6)].map((predicted) => ({ predicted, gold }));
    expect(hitRate(pairs, 'atLeast')).toBe(2 / 3);
    expect(hitRate(pairs, 'above')).toBe(1 / 3);
    expect(hitRate(pairs, 'atLeast', 0.75)).toBe(1 / 3);
  });
});
