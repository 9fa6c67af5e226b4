/** A box by its left upper and right lower corner, x to the right and y down. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How two boxes lie to each other; areas in the square of the boxes’ unit. */
export interface Overlap {
  /** The box that they share; undefined where they share no area. */
  readonly shared: Box | undefined;
  /** C, the smallest box around both. */
  readonly enclosing: Box;
  /** |A ∩ B| */
  readonly intersection: number;
  /** |A ∪ B| = |A| + |B| − |A ∩ B| */
  readonly union: number;
  /** |C| */
  readonly enclosingArea: number;
  /** |A ∩ B| / |A ∪ B|, in [0, 1] */
  readonly iou: number;
  /** IoU − (|C| − |A ∪ B|) / |C|, in (−1, 1] */
  readonly giou: number;
}

/** |A| */
export function boxArea({ x1, y1, x2, y2 }: Box): number {
  return (x2 - x1) * (y2 - y1);
}

/**
 * Intersection over union and its generalisation (Rezatofighi et al. 2019, arXiv 1902.09630,
 * algorithm 1). Boxes without area are allowed, since models predict them; where neither has any,
 * IoU is 0.
 * @throws RangeError if a box has its corners the wrong way round
 */
export function overlap(a: Box, b: Box): Overlap {
  requireOrder(a);
  requireOrder(b);
  const inner = {
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    x2: Math.min(a.x2, b.x2),
    y2: Math.min(a.y2, b.y2),
  };
  const enclosing = {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
  const shared = inner.x1 < inner.x2 && inner.y1 < inner.y2 ? inner : undefined;
  const intersection = shared ? boxArea(shared) : 0;
  const union = boxArea(a) + boxArea(b) - intersection;
  const enclosingArea = boxArea(enclosing);
  const iou = union > 0 ? intersection / union : 0;
  const empty = enclosingArea > 0 ? (enclosingArea - union) / enclosingArea : 0;
  return { shared, enclosing, intersection, union, enclosingArea, iou, giou: iou - empty };
}

/** Intersection over union. */
export const iou = (a: Box, b: Box): number => overlap(a, b).iou;

/** Generalised IoU: for boxes that do not touch it still tells how far apart they are. */
export const giou = (a: Box, b: Box): number => overlap(a, b).giou;

/**
 * What counts as found. Implementations differ where IoU equals the threshold: `atLeast` is ≥
 * (VLMEvalKit), `above` is > (Shikra), `ofa` is ≥ with 10⁻⁶ added to the union, in float32.
 */
export const HIT_RULES = ['atLeast', 'above', 'ofa'] as const;
export type HitRule = (typeof HIT_RULES)[number];

/** Whether a predicted box has found the gold one. */
export function isHit(predicted: Box, gold: Box, rule: HitRule, threshold = 0.5): boolean {
  if (rule === 'ofa') return isHitInOfa(predicted, gold, threshold);
  const value = iou(predicted, gold);
  return rule === 'atLeast' ? value >= threshold : value > threshold;
}

/** Acc@threshold: the share of predictions that are hits. */
export function hitRate(
  pairs: readonly { readonly predicted: Box; readonly gold: Box }[],
  rule: HitRule,
  threshold = 0.5,
): number {
  const hits = pairs.filter(({ predicted, gold }) => isHit(predicted, gold, rule, threshold));
  return hits.length / pairs.length;
}

const EPSILON = 1e-6;

/**
 * As in OFA’s `tasks/mm_tasks/refcoco.py`. Its tensors are float32: beside an area of 32 or more the
 * 10⁻⁶ is rounded away, so that it changes a verdict only for boxes in small units.
 */
function isHitInOfa(predicted: Box, gold: Box, threshold: number): boolean {
  const f = Math.fround;
  const [p, g] = [inFloat32(predicted), inFloat32(gold)];
  const width = f(Math.min(p.x2, g.x2) - Math.max(p.x1, g.x1));
  const height = f(Math.min(p.y2, g.y2) - Math.max(p.y1, g.y1));
  const area = ({ x1, y1, x2, y2 }: Box) => f(f(x2 - x1) * f(y2 - y1));
  const intersection = f(width * height);
  const union = f(f(f(area(p) + area(g)) - intersection) + f(EPSILON));
  return width > 0 && height > 0 && f(intersection / union) >= threshold;
}

const inFloat32 = ({ x1, y1, x2, y2 }: Box): Box => ({
  x1: Math.fround(x1),
  y1: Math.fround(y1),
  x2: Math.fround(x2),
  y2: Math.fround(y2),
});

function requireOrder({ x1, y1, x2, y2 }: Box): void {
  if (!(x1 <= x2 && y1 <= y2)) {
    throw new RangeError(`a box needs x1 ≤ x2 and y1 ≤ y2, got ${[x1, y1, x2, y2].join(', ')}`);
  }
}
