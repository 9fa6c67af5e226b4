import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceScore } from '../../src/evaluate/sentenceScore.ts';

const sentence = fc
  .array(fc.constantFrom('a', 'red', 'blue', 'circle', 'square', 'left'), {
    minLength: 2,
    maxLength: 8,
  })
  .map((words) => words.join(' '));

describe('sentenceScore', () => {
  it('is 1 for the sentence itself, whatever its case and punctuation', () => {
    const score = sentenceScore('A red circle, left of a square.', [
      'a red circle left of a square',
    ]);
    expect(score).toEqual({ words: 1, pairs: 1, sequence: 1 });
  });

  it('counts by hand', () => {
    // "a b c d" and "a c d e": 3 of 4 words; the pair "c d" of 3; the subsequence "a c d" of 4.
    const { words, pairs, sequence } = sentenceScore('a b c d', ['a c d e']);
    expect(words).toBeCloseTo(3 / 4, 12);
    expect(pairs).toBeCloseTo(1 / 3, 12);
    expect(sequence).toBeCloseTo(3 / 4, 12);
  });

  it('takes the best reference', () => {
    expect(sentenceScore('a red dot', ['nothing here', 'a red dot']).sequence).toBe(1);
  });

  it('is 0 for nothing', () => {
    expect(sentenceScore(' . ', ['a red dot'])).toEqual({ words: 0, pairs: 0, sequence: 0 });
  });

  it('lies in [0, 1]; order costs pairs and sequence, never words', () => {
    fc.assert(
      fc.property(sentence, sentence, (candidate, reference) => {
        const { words, pairs, sequence } = sentenceScore(candidate, [reference]);
        for (const score of [words, pairs, sequence]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(sequence).toBeLessThanOrEqual(words + 1e-12);
        const turned = candidate.split(' ').reverse().join(' ');
        expect(sentenceScore(turned, [reference]).words).toBeCloseTo(words, 12);
      }),
    );
  });

  it('does not see what is wrong: colours exchanged keep every word', () => {
    const truth = 'a red circle left of a blue square';
    expect(sentenceScore('a blue circle left of a red square', [truth]).words).toBe(1);
  });
});
