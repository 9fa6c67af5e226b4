import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vqaAccuracy } from '../../src/kernels/vqaAccuracy.ts';
import { expectClose, GoldenCase } from './golden.ts';

const people = (agreeing: number) =>
  Array.from({ length: 10 }, (_, person) => (person < agreeing ? 'yes' : `no ${person}`));

describe('VQA accuracy', () => {
  it('equals PyTorch for every number of people who agree', () => {
    const scores = Array.from({ length: 11 }, (_, agreeing) =>
      vqaAccuracy('yes', people(agreeing)),
    );
    expectClose(scores, new GoldenCase('vqa_accuracy', 'agreeing').tensor('accuracy').data);
  });

  it('three people of ten are worth 0.9, not 1; four are worth 1', () => {
    expect(vqaAccuracy('yes', people(3))).toBeCloseTo(0.9, 12);
    expect(vqaAccuracy('yes', people(4))).toBe(1);
  });

  it('does not depend on the order, and never falls when one more agrees', () => {
    const answers = fc.array(fc.constantFrom('red', 'blue', '2'), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(answers, fc.nat(9), (humans, person) => {
        const score = vqaAccuracy('red', humans);
        expect(vqaAccuracy('red', [...humans].reverse())).toBeCloseTo(score, 12);
        expect(vqaAccuracy('red', humans.with(person, 'red'))).toBeGreaterThanOrEqual(
          score - 1e-12,
        );
      }),
    );
  });

  it('needs more than one person', () => {
    expect(() => vqaAccuracy('yes', ['yes'])).toThrow('several human answers, got 1');
  });
});
