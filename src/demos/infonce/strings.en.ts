import { decimal, tiny } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import { FORMULA } from './formulas.ts';
import type { Strings } from './strings.ts';

export const en: Strings = {
  title: 'InfoNCE and SigLIP: what is pulled, what is pushed',
  tryThis:
    'Press “Run”: each image meets its own text, and the loss falls below the dotted line of what guessing costs. Then go back to step 0 and move τ to 0.05: how large is the loss of the same arrangement now?',
  lossChoice: 'Loss',
  lossName: { softmax: 'softmax (InfoNCE)', sigmoid: 'sigmoid (SigLIP)' },
  start: 'Start',
  startName: {
    random: 'random on a circle',
    identical: 'all identical',
    orthonormal: 'orthonormal',
    simplex: 'simplex',
  },
  pairs: 'Pairs N',
  temperature: { softmax: 'Temperature τ', sigmoid: 'Temperature τ = 1/s' },
  tau: (tau) => tau.toFixed(2),
  bias: 'Bias b',
  biasValue: (bias) => decimal(bias, 1),
  seed: 'Seed',
  same: 'Texts 1 and 2 are the same text (a false negative)',
  circle: ({ picked }) =>
    `Embeddings and gradient; the lines are the forces on image ${picked.row + 1}`,
  circleLabel: ({ pairs, together }) =>
    `The embeddings of ${pairs} images and ${pairs} texts; ${together} pairs have a cosine above 0.9`,
  circleNote: ({ width }) =>
    width === 2
      ? 'Squares are images, pills texts; equal numbers are a pair. Arrows point down the gradient. Pick a square to see its forces: solid green pulls, dashed grey pushes.'
      : `These vectors live in ${width} dimensions. Drawn is their shadow on a plane, so they do not reach the rim. Arrows point down the gradient.`,
  matrix: 'Rows are images, columns texts; the diagonal is positive',
  matrixName: {
    cosines: 'cosines',
    rows: 'rows P',
    columns: 'columns Q',
    each: 'each pair p',
    gradient: 'gradient',
  },
  matrixLabel: {
    cosines: 'The cosine of every image with every text',
    rows: 'Softmax of each image’s row: which text it takes for its own',
    columns: 'Softmax of each text’s column: which image it takes for its own',
    each: 'Sigmoid of every image with every text: how likely they belong together',
    gradient: 'The loss’s gradient for each logit: blue pushes apart, orange pulls together',
  },
  pickPair: 'Pick an image and a text',
  pairName: ({ row, column }) => `image ${row + 1}, text ${column + 1}`,
  pair: {
    softmax: (p) => [
      `Image ${p.row + 1}, text ${p.column + 1}: cosine ${decimal(p.cosine, 3)}, S = cosine/τ = ${decimal(p.logit, 2)}`,
      `P (in its row) = ${p.numbers[0].toFixed(3)}, Q (in its column) = ${p.numbers[1].toFixed(3)}`,
      force(p),
    ],
    sigmoid: (p) => [
      `Image ${p.row + 1}, text ${p.column + 1}: cosine ${decimal(p.cosine, 3)}, s·cosine + b = ${decimal(p.logit, 2)}`,
      answer(p),
      force(p),
    ],
  },
  step: 'Step',
  oneStep: 'One step',
  run: 'Run',
  pause: 'Pause',
  loss: 'Loss',
  chance: {
    softmax: ({ pairs, chance }) => `ln ${pairs} = ${chance.toFixed(2)}`,
    sigmoid: ({ pairs, chance }) => `1/${pairs} everywhere: ${chance.toFixed(2)}`,
  },
  floor: (floor) => `never below ${floor.toFixed(2)}`,
  curveLabel: ({ curve, loss }) => `Loss after ${curve.length - 1} steps: ${loss.toFixed(3)}`,
  numbers: {
    softmax: (d) => [
      `Loss = (${d.parts[0].toFixed(4)} + ${d.parts[1].toFixed(4)})/2 = ${d.loss.toFixed(4)}`,
      identity(d, 'softmax') ?? `Guessing gives ln ${d.pairs} = ${d.chance.toFixed(4)}`,
      together(d),
    ],
    sigmoid: (d) => [
      `Loss = positives ${d.parts[0].toFixed(3)} + negatives ${d.parts[1].toFixed(3)} = ${d.loss.toFixed(3)}`,
      identity(d, 'sigmoid') ??
        `Knowing nothing, answering 1/${d.pairs} everywhere, costs ${d.chance.toFixed(3)}`,
      together(d),
    ],
  },
  check: 'Check the gradient by finite differences',
  checkNote:
    'Moves each coordinate a little forth and back, sees how the loss changes, and compares that with the formula’s gradient.',
  checked: ({ count, largest, difference, withoutNorm }) =>
    `${count} numbers, the largest ${tiny(largest)}. From the finite differences they are off by at most ${tiny(difference)}. Without the derivative of the normalisation it would be ${tiny(withoutNorm)}.`,
  table: {
    caption: {
      softmax: ({ pairs, tau, steps }) =>
        `InfoNCE, N = ${pairs}, τ = ${tau.toFixed(2)}, step ${steps}`,
      sigmoid: ({ pairs, tau, bias, steps }) =>
        `SigLIP, N = ${pairs}, τ = ${tau.toFixed(2)}, b = ${decimal(bias, 1)}, step ${steps}`,
    },
    columns: {
      softmax: ['Pair', 'Cosine', 'Row probability', 'Column probability', 'Loss'],
      sigmoid: ['Pair', 'Cosine', 'Probability', 'Loss of the pair', 'Loss of its row'],
    },
    pair: (index) => `Pair ${index + 1}`,
    mean: 'Mean',
    chance: { softmax: 'ln N', sigmoid: '1/N everywhere' },
    number: (value) => decimal(value, 4),
  },
};

const force = ({ row, column, gradient }: Derived['picked']) =>
  `∂L/∂S = ${decimal(gradient, 4)}: ${row === column ? 'pulled together' : 'pushed apart'}`;

const answer = ({ row, column, numbers: [probability, loss] }: Derived['picked']) =>
  row === column
    ? `p = ${probability.toFixed(3)}; the answer is yes: −ln p = ${loss.toFixed(3)}`
    : `p = ${probability.toFixed(3)}; the answer is no: −ln(1 − p) = ${loss.toFixed(3)}`;

const identity = ({ identity: known }: Derived, loss: keyof typeof FORMULA) =>
  known && `The formula ${FORMULA[loss][known.start]} = ${known.loss.toFixed(4)}`;

const together = (d: Derived) => `Pairs whose own cosine is above 0.9: ${d.together} of ${d.pairs}`;
