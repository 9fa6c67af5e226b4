import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { challenges } from '../../src/demos/infonce/challenges.ts';
import { checkGradient } from '../../src/demos/infonce/checkGradient.ts';
import { descend } from '../../src/demos/infonce/descent.ts';
import { derive } from '../../src/demos/infonce/derive.ts';
import { demo } from '../../src/demos/infonce/index.ts';
import { BOX } from '../../src/demos/infonce/picture.ts';
import {
  LOSSES,
  MATRICES,
  MATRICES_OF,
  matrixShown,
  MAXIMUM_PAIRS,
  MAXIMUM_STEPS,
  MINIMUM_PAIRS,
  schema,
  STARTS,
  type State,
} from '../../src/demos/infonce/state.ts';
import { renderView } from '../../src/demos/renderDemo.tsx';
import { DEFAULT_IMAGE } from '../../src/images/images.ts';
import { infoNce, infoNceBackward } from '../../src/kernels/infoNce.ts';
import { sigmoidLoss, sigmoidLossBackward } from '../../src/kernels/sigmoidLoss.ts';
import { LANGUAGES } from '../../src/language.ts';

const at = (fields: Partial<State> = {}): State => v.parse(schema, fields);
const EACH_LOSS_AND_START = LOSSES.flatMap((loss) => STARTS.map((start) => [loss, start] as const));
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

  it.each(COUNTS)('of the sigmoid loss at the same starts, N = %i', (pairs) => {
    for (const [tau, bias] of [
      [0.1, -10],
      [0.3, -3],
      [1, 2],
    ]) {
      const one = (logit: number) => Math.log(1 + Math.exp(-(logit + bias)));
      const others = (cosine: number) => (pairs - 1) * Math.log(1 + Math.exp(cosine / tau + bias));
      const cosines = { identical: 1, orthonormal: 0, simplex: -1 / (pairs - 1) };
      for (const [start, cosine] of Object.entries(cosines)) {
        const fields = { loss: 'sigmoid', pairs, tau, bias, steps: 0 } as const;
        const derived = derive(at({ ...fields, start: start as State['start'] }));
        const loss = one(1 / tau) + others(cosine);
        expect(Math.abs(derived.loss - loss)).toBeLessThan(1e-5 * Math.max(1, loss));
        expect(derived.identity?.loss).toBeCloseTo(loss, 10);
        expect(derived.floor).toBeUndefined();
      }
    }
  });

  it('identical embeddings do not move: every pull is met by pushes', () => {
    const { losses } = descend(at({ start: 'identical' }), 50);
    losses.forEach((loss) => expect(loss).toBeCloseTo(Math.log(6), 6));
  });

  it('descending from orthonormal pairs ends at the simplex', () => {
    const derived = derive(at({ start: 'orthonormal', steps: MAXIMUM_STEPS }));
    expect(derived.loss).toBeCloseTo(derived.floor!, 3);
  });
});

describe('gradient', () => {
  it('is that of finite differences, from every start, along the way', () => {
    for (const [loss, start] of EACH_LOSS_AND_START) {
      for (const fields of [{}, { steps: 20 }, { tau: 0.05 }, { pairs: 8, same: true, steps: 5 }]) {
        const { difference, largest } = checkGradient(at({ loss, start, ...fields }));
        expect(difference).toBeLessThan(2e-4 * Math.max(1, largest));
      }
    }
  });

  it.each(LOSSES)('without the derivative of the norm it would be far off: %s', (loss) => {
    const { withoutNorm, largest } = checkGradient(at({ loss, steps: 0 }));
    expect(withoutNorm).toBeGreaterThan(largest / 3);
  });

  it('the matrix and the picked pair are the kernel’s', () => {
    const state = at({ matrix: 'gradient', pair: 13, steps: 4 });
    const { images, texts } = descend(state, 4).embeddings;
    const derived = derive(state);
    expect(derived.values).toEqual(infoNceBackward(images, texts, state.tau).logits.data);
    expect(derived.picked.row).toBe(2);
    expect(derived.picked.column).toBe(1);
    expect(derived.loss).toBe(infoNce(images, texts, state.tau).loss);
  });
});

describe('the sigmoid loss', () => {
  it('the matrices and the picked pair are the kernel’s', () => {
    const state = at({ loss: 'sigmoid', pair: 13 });
    const { images, texts } = descend(state, state.steps).embeddings;
    const result = sigmoidLoss(images, texts, state.tau, state.bias);
    const derived = derive(state);
    expect(derived.values).toEqual(result.probabilities.data);
    expect(derived.loss).toBe(result.loss);
    const own = result.pairLosses.data.filter((_, index) => index % 7 === 0); // the diagonal of 6 × 6
    const ownShare = own.reduce((a, b) => a + b) / 6;
    expect(derived.parts[0]).toBeCloseTo(ownShare, 6);
    expect(derived.parts[1]).toBeCloseTo(result.loss - ownShare, 6);
    expect(derived.picked.logit).toBe(result.logits.data[13]);
    expect(derived.picked.numbers).toEqual([
      result.probabilities.data[13],
      result.pairLosses.data[13],
    ]);
    const gradient = derive({ ...state, matrix: 'gradient' }).values;
    expect(gradient).toEqual(sigmoidLossBackward(images, texts, state.tau, state.bias).logits.data);
  });

  it.each(LOSSES)('each loss shows a matrix of its own for any link: %s', (loss) => {
    for (const matrix of MATRICES) {
      const shown = matrixShown({ loss, matrix });
      expect(MATRICES_OF[loss]).toContain(shown);
      expect(derive(at({ loss, matrix })).matrix).toBe(shown);
    }
    expect(matrixShown({ loss, matrix: 'gradient' })).toBe('gradient');
  });

  it('another text changes one column; under softmax it changes whole rows', () => {
    const valuesOf = (loss: State['loss'], same: boolean) =>
      derive(at({ loss, same, steps: 0 })).values;
    const changed = (loss: State['loss']) => {
      const after = valuesOf(loss, true);
      const columns = Array.from(valuesOf(loss, false)).flatMap((value, index) =>
        value === after[index] ? [] : [index % 6],
      );
      return [...new Set(columns)].sort();
    };
    expect(changed('sigmoid')).toEqual([1]);
    expect(changed('softmax')).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('from where SigLIP starts pairs meet; with b = 0 they are torn apart', () => {
    const end = (bias: number) =>
      derive(at({ loss: 'sigmoid', tau: 0.1, bias, steps: MAXIMUM_STEPS })).together;
    expect(end(-10)).toBe(6);
    expect(end(0)).toBe(0);
  });
});

describe('descent', () => {
  it.each(LOSSES)('falls, and brings pairs together: %s', (loss) => {
    const { losses } = descend(at({ loss }), MAXIMUM_STEPS);
    losses.slice(1).forEach((after, step) => expect(after).toBeLessThan(losses[step] + 0.02));
    const derived = derive(at({ loss, steps: MAXIMUM_STEPS }));
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
    const state = at({ tau: 0.05, steps: 0 });
    expect(challenges['above-chance'](derive(state), state)).toBe(true);
  });

  it('of InfoNCE are not met by the other loss', () => {
    const state = at({ loss: 'sigmoid', bias: 4, tau: 0.05, steps: 0 });
    const derived = derive(state);
    expect(derived.loss).toBeGreaterThan(2 * derived.chance);
    expect(challenges['above-chance'](derived, state)).toBe(false);
    const resting = at({ loss: 'sigmoid', bias: 0, tau: 0.3, steps: MAXIMUM_STEPS });
    expect(derive(resting).together).toBe(0);
    expect(challenges.stuck(derive(resting), resting)).toBe(false);
    expect(challenges.stuck(derive(resting), { ...resting, loss: 'softmax' })).toBe(true);
  });

  it('the bias that answers 1/N is on the slider, and nothing far from it will do', () => {
    const isMet = (fields: Partial<State>) => {
      const state = at({ loss: 'sigmoid', start: 'identical', ...fields });
      return challenges['base-rate'](derive(state), state);
    };
    for (const pairs of COUNTS) {
      const best = -Math.log(pairs - 1) - 1 / 0.3;
      expect(isMet({ pairs, bias: Math.round(10 * best) / 10 })).toBe(true);
      expect(isMet({ pairs, bias: best + 0.3 })).toBe(false);
    }
    expect(isMet({ loss: 'softmax' })).toBe(false);
    expect(isMet({ start: 'random', bias: -4.9 })).toBe(false);
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

it.each(LOSSES)('the table shows the derived numbers: %s', (loss) => {
  const state = at({ loss, steps: 3 });
  const derived = derive(state);
  const { rows, columns } = demo.table(derived, demo.strings.en, state);
  expect(rows).toHaveLength(derived.pairs + 2);
  rows.forEach((row) => expect(row).toHaveLength(columns.length));
  expect(rows.at(-2)![4]).toBe(derived.loss.toFixed(4));
  expect(rows.at(-1)![4]).toBe(derived.chance.toFixed(4));
  expect(rows[1][2]).toBe(derived.own[1].numbers[0].toFixed(4));
  const losses = derived.own.map((own) => own.loss);
  expect(losses.reduce((a, b) => a + b) / derived.pairs).toBeCloseTo(derived.loss, 5);
});

it.each(LANGUAGES)(
  'every symbol it lights stands in an equation of the chapter: %s',
  (language) => {
    const chapter = readFileSync(`content/docs/${language}/contrastive.mdx`, 'utf8');
    const used = new Set([...chapter.matchAll(/\\sym\{([a-z-]+)\}/g)].map(([, symbol]) => symbol));
    for (const loss of LOSSES) {
      for (const matrix of MATRICES_OF[loss]) {
        const state = at({ loss, matrix });
        const html = renderView(demo, language, state, derive(state), DEFAULT_IMAGE);
        const lit = [...html.matchAll(/data-sym="([a-z-]+)"/g)].map(([, symbol]) => symbol);
        expect(lit.length).toBeGreaterThanOrEqual(5);
        for (const symbol of lit) expect(used).toContain(symbol);
      }
    }
  },
);

it.each(EACH_LOSS_AND_START)('arrows end inside the picture, %s, %s', (loss, start) => {
  for (const pairs of COUNTS) {
    for (const tau of [0.05, 0.3, 1]) {
      for (const seed of start === 'random' ? [1, 2, 3, 4, 5] : [1]) {
        for (const steps of [0, 8]) {
          const { arrows } = derive(at({ loss, start, pairs, tau, seed, steps }));
          const ends = (arrows.match(/-?[\d.]+/g) ?? []).map(Number);
          expect(Math.max(0, ...ends.map(Math.abs))).toBeLessThan(BOX / 2);
        }
      }
    }
  }
});

it('a slider move takes no longer than a frame', () => {
  // The fastest of several: what else the machine does is not measured.
  for (const loss of LOSSES) {
    const times = Array.from({ length: 12 }, (_, index) => {
      const begin = performance.now();
      derive(at({ loss, pairs: 8, steps: MAXIMUM_STEPS, tau: 0.3 + index / 100 }));
      return performance.now() - begin;
    });
    expect(Math.min(...times)).toBeLessThan(16);
  }
});
