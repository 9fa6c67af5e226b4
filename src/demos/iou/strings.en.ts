import { calculation, quote, score } from './numbers.ts';
import { FIELD } from './scene.ts';
import type { Strings } from './strings.ts';

const expressions = {
  bigCircle: 'the big circle',
  smallCircle: 'the small red circle',
  square: 'the square',
  triangle: 'the shape left of the small red circle',
  greenCircle: 'the circle beside the square',
  own: 'two boxes of your own',
};

export const en: Strings = {
  title: 'IoU: has the box found it?',
  tryThis:
    'Drag the dashed box B until “the shape left of the small red circle” turns from a miss into a hit. Then set the rule to “> 0.5”: which of the five changes?',
  rule: 'What counts as a hit',
  rules: { atLeast: 'IoU ≥ 0.5', above: 'IoU > 0.5', ofa: 'OFA’s code' },
  unit: 'Coordinates',
  units: { pixels: 'pixels', unit: '0 to 1' },
  unitNote: {
    pixels:
      'OFA’s code adds 10⁻⁶ to the union. Areas in pixels are large, float32 rounds it away, and the rule is the same as ≥.',
    unit: 'OFA’s code adds 10⁻⁶ to the union. Areas of normalised boxes are small, and it turns an IoU of just 0.5 into a miss.',
  },
  picture: 'a drawn scene with the gold box A and the predicted box B',
  help: 'Drag the box or a corner. By keyboard: Tab to the box or a corner, then the arrow keys; Shift for large steps.',
  editor: {
    move: 'move with the arrow keys',
    corners: {
      x1y1: 'upper left corner',
      x2y1: 'upper right corner',
      x1y2: 'lower left corner',
      x2y2: 'lower right corner',
    },
  },
  boxName: (name) => (name === 'ownGold' ? 'box A' : 'predicted box B'),
  corners: ({ x1, y1, x2, y2 }) => `(${x1}, ${y1}) – (${x2}, ${y2})`,
  expressions,
  quoted: { ...quote(expressions), own: expressions.own },
  legend: {
    gold: 'A gold box',
    predicted: 'B predicted box',
    shared: 'A ∩ B intersection',
    enclosing: 'C enclosing box',
  },
  numbers: calculation,
  verdicts: 'This pair under the three rules',
  verdict: (isHit) => (isHit ? '✓ hit' : '✗ miss'),
  presets: 'Put B',
  preset: { equal: 'on A', half: 'at just 0.5', touching: 'beside A', apart: 'far from A' },
  set: 'Five referring expressions, each with a prediction: pick one',
  accuracy: ({ hitCount, rows, accuracy }) =>
    `Acc@0.5 = ${hitCount}/${rows.length} = ${(100 * accuracy).toFixed(0)}%`,
  meanIou: ({ meanIou }) => `mean IoU = ${score(meanIou)}`,
  table: {
    caption: (rule) =>
      `Gold boxes, predictions and scores (coordinates in pixels of ${FIELD.side}×${FIELD.side}; rule: ${rule})`,
    columns: ['Expression', 'Gold box', 'Predicted box', 'IoU', 'GIoU', 'Result'],
    shown: 'The pair in the picture',
    accuracy: 'Accuracy',
    meanIou: 'Mean',
  },
};
