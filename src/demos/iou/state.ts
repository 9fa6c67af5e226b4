import * as v from 'valibot';
import { type Box, HIT_RULES } from '../../kernels/iou.ts';
import { contained } from '../../ui/boxGeometry.ts';
import { choiceField, integerField } from '../fields.ts';
import { FIELD, FIRST_PREDICTIONS, OBJECT_IDS, OWN_BOXES } from './scene.ts';

export const PAIRS = [...OBJECT_IDS, 'own'] as const;
export type PairId = (typeof PAIRS)[number];
export const UNITS = ['pixels', 'unit'] as const;
export type Unit = (typeof UNITS)[number];

/** A box as four fields of the state: the upper left corner and the size. */
function boxFields<const Name extends string>(name: Name, { x1, y1, x2, y2 }: Box) {
  const { side, minimum } = FIELD;
  const place = (fallback: number) => integerField(0, side - minimum, fallback);
  const size = (fallback: number) => integerField(minimum, side, fallback);
  const fields = {
    [`${name}X`]: place(x1),
    [`${name}Y`]: place(y1),
    [`${name}W`]: size(x2 - x1),
    [`${name}H`]: size(y2 - y1),
  };
  return fields as Record<`${Name}${'X' | 'Y' | 'W' | 'H'}`, ReturnType<typeof place>>;
}

export const schema = v.object({
  /** The pair of boxes looked at. */
  pair: choiceField(PAIRS, 'triangle'),
  /** What counts as a hit. */
  rule: choiceField(HIT_RULES, 'atLeast'),
  /** Coordinates in pixels, or from 0 to 1. */
  unit: choiceField(UNITS, 'pixels'),
  ...boxFields('bigCircle', FIRST_PREDICTIONS.bigCircle),
  ...boxFields('smallCircle', FIRST_PREDICTIONS.smallCircle),
  ...boxFields('square', FIRST_PREDICTIONS.square),
  ...boxFields('triangle', FIRST_PREDICTIONS.triangle),
  ...boxFields('greenCircle', FIRST_PREDICTIONS.greenCircle),
  ...boxFields('ownGold', OWN_BOXES.gold),
  ...boxFields('own', OWN_BOXES.predicted),
});

export type State = v.InferOutput<typeof schema>;
/** The boxes that can be moved: a prediction for each pair, and the gold one of the reader’s own pair. */
export type BoxName = PairId | 'ownGold';

/** A box of the state, inside the picture. */
export function boxOf(state: State, name: BoxName): Box {
  const [x1, y1] = [state[`${name}X`], state[`${name}Y`]];
  return contained({ x1, y1, x2: x1 + state[`${name}W`], y2: y1 + state[`${name}H`] }, FIELD);
}

/** What to change in the state so that a box is there. */
export function fieldsOf(name: BoxName, { x1, y1, x2, y2 }: Box): Partial<State> {
  return {
    [`${name}X`]: x1,
    [`${name}Y`]: y1,
    [`${name}W`]: x2 - x1,
    [`${name}H`]: y2 - y1,
  };
}
