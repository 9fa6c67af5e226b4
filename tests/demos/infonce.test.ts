import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { challenges } from '../../src/demos/infonce/challenges.ts';
import { checkGradient } from '../../src/demos/infonce/checkGradient.ts';
import { descend } from '../../src/demos/infonce/descent.ts';
import { derive } from '../../src/demos/infonce/derive.ts';
import { demo } from '../../src/demos/infonce/index.ts';
import {
  MAXIMUM_PAIRS,
  MAXIMUM_STEPS,
  MINIMUM_PAIRS,
  schema,
  STARTS,
  type State,
} from '../../src/demos/infonce/state.ts';
import { infoNce, infoNceBackward } from '../../src/kernels/infoNce.ts';

const at = (fields: Partial<State> = {}): State => v.parse(schema, fields);
const COUNTS = Array.from(
  { length: MAXIMUM_PAIRS - MINIMUM_PAIRS + 1 },
  (_, index) => MINIMUM_PAIRS + index,
);

describe('exact identities', () => {
  it.each(COUNTS)('at the starts that have a formula, N = %i', (pairs) => {
    for (const tau of [0.05, 0.3, 1]) {
      const losses = {
        identical: Math.log(pairs),
        orthonormal: Math.log(1 + (pairs - 1) * Math.exp(-1 / tau)),
        simplex: Math.log(1 + (pairs - 1) * Math.exp(-pairs / ((pairs - 1) * tau))),
      };
      for (const [start, loss] of Object.entries(losses)) {
        const derived = derive(at({ start: start as State['start'], pairs, tau, steps: 0 }));
        expect(derived.loss).toBeCloseTo(loss, 6);
        expect(derived.identity?.loss).toBeCloseTo(loss, 12);
      }
    }
  });

  it('identical embeddings do not move: every pull is met by pushes', () => {
    const { losses } = descend(at({ start: 'identical' }), 50);
    losses.forEach((loss) => expect(loss).toBeCloseTo(Math.log(6), 6));
  });

  it('descending from orthonormal pairs ends at the simplex', () => {
    const derived = derive(at({ start: 'orthonormal', steps: MAXIMUM_STEPS }));
    expect(derived.loss).toBeCloseTo(derived.floor, 3);
  });
});

describe('gradient', () => {
  it('is that of finite differences, from every start, along the way', () => {
    for (const start of STARTS) {
      for (const fields of [{}, { steps: 20 }, { tau: 0.05 }, { pairs: 8, same: true, steps: 5 }]) {
        const { difference, largest } = checkGradient(at({ start, ...fields }));
        expect(difference).toBeLessThan(2e-4 * Math.max(1, largest));
      }
    }
  });

  it('without the derivative of the norm it would be far off', () => {
    const { withoutNorm, largest } = checkGradient(at({ steps: 0 }));
    expect(withoutNorm).toBeGreaterThan(largest / 3);
  });

  it('the matrix and the picked pair are the kernel’s', () => {
    const state = at({ matrix: 'gradient', pair: 13, steps: 4 });
    const { images, texts } = descend(state, 4);
    const derived = derive(state);
    expect(derived.values).toEqual(infoNceBackward(images, texts, state.tau).logits.data);
    expect(derived.picked.row).toBe(2);
    expect(derived.picked.column).toBe(1);
    expect(derived.loss).toBe(infoNce(images, texts, state.tau).loss);
  });
});

describe('descent', () => {
  it('falls, and brings pairs together', () => {
    const { losses } = descend(at(), MAXIMUM_STEPS);
    losses.slice(1).forEach((loss, step) => expect(loss).toBeLessThan(losses[step] + 0.02));
    const derived = derive(at({ steps: MAXIMUM_STEPS }));
    expect(derived.loss).toBeLessThan(derived.chance / 2);
    expect(derived.together).toBe(derived.pairs);
  });

  it('a link with a number of steps shows what stepping there shows', () => {
    const stepped = [0, 7, 30].map((steps) => derive(at({ steps })));
    expect(derive(at({ steps: 30 }))).toEqual(stepped[2]);
    derive(at({ seed: 9 })); // another course in between
    expect(derive(at({ steps: 30 }))).toEqual(stepped[2]);
  });

  it('a false negative leaves a higher loss', () => {
    const loss = (same: boolean) =>
      derive(at({ start: 'orthonormal', same, steps: MAXIMUM_STEPS, tau: 0.1 })).loss;
    // Two of N images cannot tell their texts apart, nor the texts their images: ln 2 each.
    expect(derive(at({ same: true, tau: 0.1 })).floor).toBeCloseTo((2 * Math.LN2) / 6, 10);
    expect(loss(false)).toBeLessThan(0.001);
    expect(loss(true)).toBeGreaterThan((2 * Math.LN2) / 6);
    expect(loss(true)).toBeLessThan((2 * Math.LN2) / 6 + 0.01);
  });
});

describe('challenges', () => {
  it('are not met by default', () => {
    for (const isMet of Object.values(challenges)) expect(isMet(derive(at()), at())).toBe(false);
  });

  it('a cold temperature makes a random start worse than guessing', () => {
    expect(challenges['above-chance'](derive(at({ tau: 0.05, steps: 0 })))).toBe(true);
  });

  it('some starts get stuck', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
    const stuck = seeds.filter((seed) => {
      const state = at({ seed, pairs: 4, tau: 0.1, steps: MAXIMUM_STEPS });
      return challenges.stuck(derive(state), state);
    });
    expect(stuck.length).toBeGreaterThan(2);
    expect(stuck.length).toBeLessThan(18);
  });
});

it('the table shows the derived numbers', () => {
  const state = at({ steps: 3 });
  const derived = derive(state);
  const { rows } = demo.table(derived, demo.strings.en, state);
  expect(rows).toHaveLength(derived.pairs + 2);
  expect(rows.at(-2)![4]).toBe(derived.loss.toFixed(4));
  expect(rows.at(-1)![4]).toBe(derived.chance.toFixed(4));
  expect(rows[1][2]).toBe(derived.own[1].textGivenImage.toFixed(4));
});

it('a slider move takes no longer than a frame', () => {
  // The fastest of several: what else the machine does is not measured.
  const times = Array.from({ length: 12 }, (_, index) => {
    const begin = performance.now();
    derive(at({ pairs: 8, steps: MAXIMUM_STEPS, tau: 0.3 + index / 100 }));
    return performance.now() - begin;
  });
  expect(Math.min(...times)).toBeLessThan(16);
});
