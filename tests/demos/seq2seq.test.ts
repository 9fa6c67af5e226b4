import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { challenges, FINE_ERROR } from '../../src/demos/seq2seq/challenges.ts';
import { derive } from '../../src/demos/seq2seq/derive.ts';
import { demo } from '../../src/demos/seq2seq/index.ts';
import { ASKED, schema, type State } from '../../src/demos/seq2seq/state.ts';
import { strings } from '../../src/demos/seq2seq/strings.ts';
import { table } from '../../src/demos/seq2seq/table.ts';
import { DEFAULT_IMAGE, scenePixels } from '../../src/images/images.ts';

const checkpoints = await loadCheckpoints(demo.checkpoints!);
const at = (fields: Record<string, unknown> = {}): State => v.parse(schema, fields);
const derived = (fields: Record<string, unknown> = {}) =>
  derive(at(fields), scenePixels(DEFAULT_IMAGE), checkpoints);

describe('seq2seq', () => {
  it('shows OFA’s vocabulary of 59,457 tokens, and its own as the sum of its parts', () => {
    const { ofa, counts, size } = derived();
    expect(ofa.size).toBe(59_457);
    expect(counts.text + counts.code + counts.bin).toBe(size);
  });

  it('a box comes back from its bins to within half a bin, and any coarser scale says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 250 }), fc.nat(2), (bins, object) => {
        const { worst, largestError } = derived({ bins, object });
        expect(worst).toBeLessThanOrEqual(largestError + 1e-9);
      }),
      { numRuns: 40 },
    );
    expect(derived().ofaError).toBeCloseTo(0.2563, 4);
  });

  it('the instruction alone decides what kind of token is written', () => {
    const kindsOf = (asked: string) => new Set(derived({ asked }).written.map(({ kind }) => kind));
    expect(kindsOf('region')).toEqual(new Set(['bin']));
    expect(kindsOf('caption')).toEqual(new Set(['text']));
    expect(kindsOf('draw')).toEqual(new Set(['code']));
    expect(kindsOf('after')).toEqual(new Set(['text']));
  }, 30_000);

  it('every step of every instruction has a distribution with what was written on top', () => {
    for (const asked of ASKED) {
      const { stepCount } = derived({ asked });
      for (let step = 0; step < stepCount; step++) {
        const { candidates, attention, imageShare } = derived({ asked, step });
        expect(candidates[0].isChosen).toBe(true);
        expect(attention.length).toBe(9);
        expect(imageShare).toBeLessThanOrEqual(1 + 1e-5);
      }
    }
  }, 30_000);

  it('where two objects look the same there is no right box', () => {
    const { verdict, right } = derived({ scene: '0rc0.8rc0' });
    expect(right).toBeUndefined();
    expect(verdict).toBe('none');
  });

  it('a wrong answer is shown as wrong, and only then', () => {
    for (const asked of ['caption', 'match', 'nearMiss', 'before', 'draw', 'question'] as const) {
      const { verdict, written, right } = derived({ asked });
      const isSame = written.map(({ word }) => word).join(' ') === right!.join(' ');
      expect(verdict).toBe(isSame ? 'right' : 'wrong');
    }
  }, 30_000);

  it('tenths of a pixel need a certain number of bins, no more', () => {
    const fitting = Array.from({ length: 247 }, (_, index) => index + 4).filter((bins) =>
      challenges.fineEnough(derived({ bins })),
    );
    expect(fitting).toEqual([1 + Math.ceil(36 / (2 * FINE_ERROR))]);
  });

  it('the table has the numbers of the picture', () => {
    const shown = derived();
    const rows = table(shown, strings.en).rows.flat().join(' ');
    expect(rows).toContain(strings.en.percent(shown.candidates[0].probability));
    expect(rows).toContain('59,457');
  });
});
