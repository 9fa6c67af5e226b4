import {
  type Box,
  boxArea,
  HIT_RULES,
  hitRate,
  type HitRule,
  isHit,
  overlap,
} from '../../kernels/iou.ts';
import { contained } from '../../ui/boxGeometry.ts';
import { PRESETS, presetBoxes, type Preset } from './presets.ts';
import { FIELD, OBJECT_IDS, OBJECTS, type ObjectId } from './scene.ts';
import { type BoxName, boxOf, fieldsOf, type PairId, type State, type Unit } from './state.ts';

/** The pair of boxes looked at, and every prediction of the set scored. */
export function derive(state: State) {
  const { pair, rule, unit } = state;
  const [gold, predicted] = [goldOf(state, pair), boxOf(state, pair)];
  const rows = OBJECT_IDS.map((id) => scoreOf(state, id));
  const pairs = rows.map((row) => inUnit(row, unit));
  return {
    pair,
    unit,
    rule,
    gold,
    predicted,
    numbers: numbersOf(inUnit({ gold, predicted }, unit)),
    /** In pixels, for drawing. */
    drawn: overlap(gold, predicted),
    hits: hitsOf(inUnit({ gold, predicted }, unit)),
    movable: (pair === 'own' ? ['ownGold', 'own'] : [pair]) as BoxName[],
    rows,
    hitCount: rows.filter(({ hits }) => hits[rule]).length,
    accuracy: hitRate(pairs, rule),
    meanIou: rows.reduce((sum, { iou }) => sum + iou, 0) / rows.length,
    presets: presetFields(pair, gold),
  };
}

export type Derived = ReturnType<typeof derive>;
export type Row = Derived['rows'][number];
export type Numbers = Derived['numbers'];

const goldOf = (state: State, pair: PairId): Box =>
  pair === 'own' ? boxOf(state, 'ownGold') : OBJECTS[pair].gold;

interface Pair {
  gold: Box;
  predicted: Box;
}

function scoreOf(state: State, id: ObjectId) {
  const pair = { gold: OBJECTS[id].gold, predicted: boxOf(state, id) };
  const { iou, giou } = overlap(pair.predicted, pair.gold);
  return { id, ...pair, iou, giou, percent: 100 * iou, hits: hitsOf(inUnit(pair, state.unit)) };
}

/** A pair in pixels, or with coordinates from 0 to 1. */
function inUnit({ gold, predicted }: Pair, unit: Unit): Pair {
  const length = unit === 'pixels' ? 1 : FIELD.side;
  const scaled = ({ x1, y1, x2, y2 }: Box): Box => ({
    x1: x1 / length,
    y1: y1 / length,
    x2: x2 / length,
    y2: y2 / length,
  });
  return { gold: scaled(gold), predicted: scaled(predicted) };
}

function numbersOf({ gold, predicted }: Pair) {
  const { intersection, union, enclosingArea, iou, giou } = overlap(gold, predicted);
  return {
    goldArea: boxArea(gold),
    predictedArea: boxArea(predicted),
    intersection,
    union,
    enclosingArea,
    empty: enclosingArea - union,
    iou,
    giou,
  };
}

const hitsOf = ({ gold, predicted }: Pair) =>
  Object.fromEntries(HIT_RULES.map((rule) => [rule, isHit(predicted, gold, rule)])) as Record<
    HitRule,
    boolean
  >;

/** What each preset changes in the state. */
function presetFields(pair: PairId, gold: Box): Record<Preset, Partial<State>> {
  const boxes = presetBoxes(gold);
  const changes = PRESETS.map((preset) => [
    preset,
    fieldsOf(pair, contained(boxes[preset], FIELD)),
  ]);
  return Object.fromEntries(changes);
}
