import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORNERS, contained, dragged, keyStep, placeOf } from '../../src/ui/boxGeometry.ts';

const field = { side: 100, minimum: 10 };
const box = fc
  .tuple(
    fc.nat(90),
    fc.nat(90),
    fc.integer({ min: 10, max: 100 }),
    fc.integer({ min: 10, max: 100 }),
  )
  .map(([x1, y1, width, height]) => contained({ x1, y1, x2: x1 + width, y2: y1 + height }, field));
const step = fc.integer({ min: -150, max: 150 });

describe('a dragged box', () => {
  it('stays inside the field, no smaller than the minimum, whatever is dragged', () => {
    const grip = fc.constantFrom('box' as const, ...CORNERS);
    fc.assert(
      fc.property(box, grip, step, step, (before, grip, dx, dy) => {
        const { x1, y1, x2, y2 } = dragged(before, grip, dx, dy, field);
        expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x2, y2)).toBeLessThanOrEqual(field.side);
        expect(Math.min(x2 - x1, y2 - y1)).toBeGreaterThanOrEqual(field.minimum);
      }),
    );
  });

  it('keeps its size when all of it moves, and its opposite corner when one is dragged', () => {
    fc.assert(
      fc.property(box, step, step, (before, dx, dy) => {
        const moved = dragged(before, 'box', dx, dy, field);
        expect(moved.x2 - moved.x1).toBe(before.x2 - before.x1);
        expect(moved.y2 - moved.y1).toBe(before.y2 - before.y1);
        const { x2, y2 } = dragged(before, 'x1y1', dx, dy, field);
        expect([x2, y2]).toEqual([before.x2, before.y2]);
      }),
    );
  });

  it('is in whole units', () => {
    const before = { x1: 10, y1: 10, x2: 40, y2: 40 };
    expect(dragged(before, 'box', 2.6, -1.2, field)).toEqual({ x1: 13, y1: 9, x2: 43, y2: 39 });
  });
});

it('arrow keys step by 1, with Shift by more; other keys do nothing', () => {
  expect(keyStep('ArrowLeft', false)).toEqual([-1, 0]);
  expect(keyStep('ArrowDown', true)).toEqual([0, 8]);
  expect(keyStep('Enter', false)).toBeUndefined();
});

it('a place is in per cent of the field', () => {
  expect(placeOf({ x1: 10, y1: 0, x2: 30, y2: 50 }, field)).toEqual({
    left: '10%',
    top: '0%',
    width: '20%',
    height: '50%',
  });
});
