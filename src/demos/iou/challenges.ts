import type { Derived } from './derive.ts';

/** A mean IoU that is below this is poor work. */
export const SLOPPY_MEAN = 0.6;
/** A GIoU below this is nearly the smallest possible. */
export const FAR_GIOU = -0.9;

export const challenges = {
  /** Every prediction is a hit, and yet none is good. */
  sloppy: ({ accuracy, meanIou }: Derived) => accuracy === 1 && meanIou < SLOPPY_MEAN,
  /** IoU has nothing left to say, GIoU has. */
  far: ({ numbers }: Derived) => numbers.iou === 0 && numbers.giou < FAR_GIOU,
};
