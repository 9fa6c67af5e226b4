/** How many of the others must agree for a full point. */
export const AGREEMENT = 3;

/**
 * The accuracy of VQA (Antol et al. 2015, used by VQA v2): an answer that three people gave is right.
 * It is the mean over the subsets that leave one person out: mean of min(agreeing others / 3, 1).
 * Answers are compared as they stand; the official script first normalises case, articles,
 * punctuation and number words.
 */
export function vqaAccuracy(answer: string, humans: readonly string[]): number {
  if (humans.length < 2)
    throw new RangeError(`expected several human answers, got ${humans.length}`);
  const agreeing = humans.filter((human) => human === answer).length;
  const points = humans.map((human) => {
    const others = agreeing - Number(human === answer);
    return Math.min(others / AGREEMENT, 1);
  });
  return points.reduce((sum, point) => sum + point, 0) / humans.length;
}
