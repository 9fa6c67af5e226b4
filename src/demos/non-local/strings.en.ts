import type { Strings } from './strings.ts';
import { percent, significant, total } from './numbers.ts';

const place = ({ row, column }: { row: number; column: number }) =>
  `row ${row + 1}, column ${column + 1}`;
const none = 'none';

export const english: Strings = {
  title: 'A non-local block: one position compared with all',
  tryThis:
    'The red dot at the top left is picked: see what else lights up in the map of weights. Pick another shape, then set f to the dot product and watch the sum of the weights.',
  kind: 'Pairwise function f',
  kinds: {
    gaussian: 'Gaussian',
    embeddedGaussian: 'embedded Gaussian',
    dotProduct: 'dot product',
    concatenation: 'concatenation',
  },
  formula: {
    gaussian: 'f = exp(x_i · x_j), 𝒞 = Σ f',
    embeddedGaussian: 'f = exp(θ(x_i) · φ(x_j)), 𝒞 = Σ f',
    dotProduct: 'f = θ(x_i) · φ(x_j), 𝒞 = N',
    concatenation: 'f = ReLU(w_f · [θ(x_i), φ(x_j)]), 𝒞 = N',
  },
  embedding: 'θ and φ',
  embeddings: { colour: 'take colour', texture: 'take texture', random: 'random' },
  embeddingNote: {
    none: 'The Gaussian has no θ or φ: it compares six local features as they are (colour, local contrast, brightness gradient; all standardised).',
    colour: 'θ = φ, set by hand: standardised red, green and blue, times 2.',
    texture:
      'θ = φ, set by hand: standardised local contrast and the two brightness gradients, times 2.',
    random:
      'θ and φ are two random matrices of a fixed seed, untrained: what lights up means nothing.',
    concatenation:
      'w_f is set by hand to all −1. Its two parts add up: whichever position is picked, the others rank the same.',
  },
  pick: 'Pick a position i',
  place,
  shortPlace: ({ row, column }) => `row ${row + 1}, col. ${column + 1}`,
  steps: {
    pick: 'Pick a position i',
    weights: 'Its weights for all',
    after: 'Out of the block: z',
  },
  notes: {
    pick: 'Frame: all that a 3 × 3 convolution sees.',
    weights: {
      positive: 'More blue: a larger weight.',
      signed: 'Blue: positive; orange: negative.',
    },
    after: 'Each position has gained its y_i W_z (colours clipped to what a screen can show).',
  },
  strongest: 'The five largest weights elsewhere',
  none,
  output: {
    x: 'x_i',
    y: { mean: 'y_i : weighted mean colour', sum: 'y_i : weighted sum of colours' },
    z: 'z_i = y_i W_z + x_i',
  },
  strength: 'Strength of W_z',
  strengthText: (strength) => (strength === 0 ? '0: identity' : strength.toFixed(2)),
  facts: {
    weightSum: { name: 'All weights add up to', value: (d) => total(d.weightSum) },
    near: { name: 'Share of |weight| in the 3 × 3 window', value: (d) => percent(d.nearShare) },
    ratio: {
      name: 'The strongest: f ÷ 𝒞 = weight',
      value: ({ places: [first], normaliser }) =>
        first
          ? `${significant(first.affinity)} ÷ ${significant(normaliser)} = ${significant(first.weight)}`
          : none,
    },
    distance: {
      name: 'How far away and how strong it is',
      value: ({ places: [first] }) =>
        first
          ? `${first.distance.toFixed(2)} sides, ${first.timesMean.toFixed(1)} times the mean weight`
          : none,
    },
  },
  table: {
    caption: (d) => `Picked position: ${place(d)}`,
    columns: ['Quantity', 'Value', 'Position', 'Distance in picture sides'],
  },
  rows: {
    normaliser: 'Normaliser 𝒞',
    weightSum: 'Sum of the weights',
    nearShare: 'Share of |weight| in the 3 × 3 window',
    x: 'Colour of x',
    y: 'Colour of y',
    z: 'Colour of z',
  },
  rank: (rank) => `Weight elsewhere, largest ${rank}`,
  number: significant,
  percent,
};
