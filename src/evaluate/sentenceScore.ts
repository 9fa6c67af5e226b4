import { l as rougeL, n as rougeN } from 'js-rouge';

/** How much of one sentence is found in another, in [0, 1]. */
export interface SentenceScore {
  /** F1 of the single words that both have. */
  readonly words: number;
  /** F1 of the pairs of neighbouring words that both have. */
  readonly pairs: number;
  /** F1 of the longest common subsequence: words in the same order, gaps allowed. */
  readonly sequence: number;
}

const options = { tokenizer: wordsOf, caseSensitive: false };

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004) of a sentence against the best fitting of its references,
 * as the package js-rouge computes them. They compare words, not meanings.
 */
export function sentenceScore(candidate: string, references: readonly string[]): SentenceScore {
  const best = (score: (reference: string) => number) =>
    wordsOf(candidate).length === 0 ? 0 : Math.max(...references.map(score));
  return {
    words: best((reference) => rougeN(candidate, reference, { ...options, n: 1 })),
    pairs: best((reference) => rougeN(candidate, reference, { ...options, n: 2 })),
    sequence: best((reference) => rougeL(candidate, reference, options)),
  };
}

/** Words and numbers; punctuation does not count. */
function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
}
