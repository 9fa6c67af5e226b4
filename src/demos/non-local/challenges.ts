import type { Derived } from './derive.ts';

/** Far: more than half the picture's side. Strong: well above what equal weights would give. */
const FAR = 0.5;
const STRONG = 3;

export const challenges = {
  /** In another picture than the first, the strongest other place is strong and far away. */
  'long-range': ({ places: [strongest], isFirstScene }: Derived) =>
    !isFirstScene &&
    strongest !== undefined &&
    strongest.distance > FAR &&
    strongest.timesMean >= STRONG,
};
