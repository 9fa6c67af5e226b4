import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { derive, lossGradient, lossOf } from '../../src/demos/sagan/derive.ts';
import { demo } from '../../src/demos/sagan/index.ts';
import {
  CHANNELS,
  DRAWING_NAMES,
  generatorMap,
  LOCATION_COUNT,
  SIDE,
  WEIGHTS,
} from '../../src/demos/sagan/model.ts';
import { MAXIMUM_GATE, MINIMUM_GATE, schema } from '../../src/demos/sagan/state.ts';
import { pixelsAsRows } from '../../src/kernels/image.ts';
import { concatColumns, createMatrix, rowOf, sliceColumns } from '../../src/kernels/matrix.ts';
import { saganAttention, saganAttentionBackward } from '../../src/kernels/saganAttention.ts';

const at = (fields: Record<string, unknown> = {}) => v.parse(schema, fields);
const locations = Array.from({ length: LOCATION_COUNT }, (_, location) => location);

describe.each(DRAWING_NAMES)('sagan, %s', (drawing) => {
  const { features, ...map } = generatorMap(drawing);
  const finished = pixelsAsRows(map.finished);

  test('γ = 0 is the identity, bit for bit', () => {
    const derived = derive(at({ drawing, gamma: 0 }));
    expect(derived.difference).toBe(0);
    expect(derived.output.data).toEqual(derived.input.data);
  });

  test('it shows what the kernel computes for any γ', () => {
    for (const gamma of [MINIMUM_GATE, 0.35, 1, MAXIMUM_GATE]) {
      const { output } = saganAttention(features, WEIGHTS, gamma);
      const shown = derive(at({ drawing, gamma })).output;
      for (const location of locations) {
        expect(shown.data.subarray(3 * location, 3 * location + 3)).toEqual(
          rowOf(output, location).subarray(0, 3),
        );
      }
    }
  });

  test('β sums to 1 over the inputs, for every output location', () => {
    for (const location of locations) {
      expect(derive(at({ drawing, location })).row.sum).toBeCloseTo(1, 5);
    }
  });

  test('an unfinished location looks at the finished half, a finished one takes nothing', () => {
    for (const location of locations) {
      const { source, isFinished, attention } = derive(at({ drawing, location }));
      expect(source.column < SIDE / 2).toBe(!isFinished);
      if (!isFinished) continue;
      for (const colour of attention.data.subarray(3 * location, 3 * location + 3)) {
        expect(colour).toBeCloseTo(0.5, 4); // middle grey stands for zero
      }
    }
  });

  test('the gradient for γ is the kernel’s, and not zero where training starts', () => {
    for (const gamma of [0, 0.6]) {
      const y = sliceColumns(saganAttention(features, WEIGHTS, gamma).output, 0, 3);
      // The loss reads the colours only: the gradient for the other channels is zero.
      const others = createMatrix(LOCATION_COUNT, CHANNELS - 3);
      const outputGradient = concatColumns([lossGradient(y, finished), others]);
      const { gamma: expected } = saganAttentionBackward(features, WEIGHTS, gamma, outputGradient);
      const { gradient, loss } = derive(at({ drawing, gamma }));
      expect(gradient).toBeCloseTo(expected, 6);
      expect(loss).toBeCloseTo(lossOf(y, finished), 8);
    }
    expect(derive(at({ drawing, gamma: 0 })).gradient).toBeLessThan(-0.001);
  });

  test('the change grows in proportion to γ', () => {
    const change = (gamma: number) => derive(at({ drawing, gamma })).difference;
    expect(change(1)).toBeCloseTo(2 * change(0.5), 5);
    expect(change(-0.5)).toBeCloseTo(change(0.5), 5);
  });

  test('the curve’s smallest loss lies inside, and attention helps', () => {
    const { curve } = derive(at({ drawing }));
    expect(curve.best).toBeGreaterThan(0);
    expect(curve.best).toBeLessThan(MAXIMUM_GATE);
  });

  test('the table shows the derived numbers', () => {
    const state = at({ drawing, gamma: 0.75 });
    const derived = derive(state);
    const { rows } = demo.table(derived, demo.strings.en, state);
    const numbers = rows.map(([, value]) => Number(String(value).replace('−', '-')));
    expect(numbers[0]).toBe(0.75);
    expect(numbers[5]).toBeCloseTo(derived.difference, 4);
    expect(numbers[7]).toBeCloseTo(derived.gradient, 5);
  });
});

test('a symmetric drawing is finished better than one that is not', () => {
  const best = (drawing: string) => Math.min(...derive(at({ drawing })).curve.losses);
  expect(best('butterfly')).toBeLessThan(best('harbour') / 4);
});

test('v writes to the colour channels only', () => {
  const { features } = generatorMap('butterfly');
  const { attention } = saganAttention(features, WEIGHTS, 1);
  expect(sliceColumns(attention, 3, CHANNELS).data.every((value) => value === 0)).toBe(true);
});

test('the loss of the finished drawing itself is 0', () => {
  const finished = pixelsAsRows(generatorMap('butterfly').finished);
  expect(lossOf(finished, finished)).toBe(0);
});
