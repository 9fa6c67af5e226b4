import { decimal } from '../../ui/numberText.ts';
import type { Row } from './derive.ts';
import { placeOf } from './layout.ts';
import {
  HEAD_COUNT,
  HEAD_WIDTH,
  IMAGE_SIDE,
  MODEL_WIDTH,
  PATCH_COUNT,
  TOKEN_COUNT,
} from './model.ts';
import { percent } from './numbers.ts';
import type { Strings } from './strings.ts';

const short = (index: number) => (index === 0 ? 'the class token' : `patch ${index}`);
const token = (index: number) => {
  if (index === 0) return 'the class token (0)';
  const { row, column } = placeOf(index);
  return `patch ${index} (row ${row + 1}, column ${column + 1})`;
};

const terms = ({ terms, otherTerms }: Row) =>
  terms.map(({ token, weight }) => `${weight.toFixed(2)}·v_${token}`).join(' + ') +
  (otherTerms > 0 ? ` + ${otherTerms} more` : '');

export const english: Strings = {
  title: 'One attention layer, from Q, K, V to the output',
  tryThis:
    'Pick a patch and let it ask: what stays clear is where it looks. Change the head, then pull the temperature τ down to 0.1 and watch the row of weights and its entropy.',
  head: 'Attention head',
  headName: (head) => `Head ${head + 1}`,
  headReads: ['colour', 'place', 'random', 'random'],
  headMap: (head) => `Weights of this query on the patches in head ${head + 1}`,
  temperature: 'Temperature τ',
  tau: (tau) => tau.toFixed(1),
  mask: 'Mask',
  maskName: { none: 'none', causal: 'causal', window: 'neighbours' },
  picture: 'Who looks where',
  pickQuery: 'Pick the token that asks',
  token,
  share: percent,
  veilLabel: (_, query) =>
    `The image, veiled by the attention of ${token(query)}: the clearer, the larger the weight`,
  queryIs: (query) => `Query q: ${token(query)}`,
  pair: ({ row }, key) =>
    row.scores[key] === -Infinity
      ? `Key k: ${short(key)}, masked: its weight is exactly 0`
      : `Key k: ${short(key)}, q·k/√d_h = ${decimal(row.scores[key], 2)}, weight ${row.weights[key].toFixed(3)}`,
  matrix: `All queries against all keys, ${TOKEN_COUNT}×${TOKEN_COUNT}`,
  matrixName: { weights: 'weights', scores: 'scores' },
  matrixNote: {
    weights: ({ largestWeight }) =>
      `Each row sums to 1; the largest weight is ${largestWeight.toFixed(2)}`,
    scores: ({ row: { scoreScale } }) =>
      `From ${decimal(scoreScale.minimum, 1)} to ${decimal(scoreScale.maximum, 1)}; blue above zero, orange below; not divided by τ`,
  },
  matrixAxes: (lit) => `Rows ask, columns are asked; dashed: ${short(lit)}`,
  pickPair: 'Pick a query and a key',
  pairPicked: (query, key) => `query ${token(query)}, key ${token(key)}`,
  weightsLabel: 'Matrix of attention weights',
  scoresLabel: 'Matrix of attention scores',
  rowHeading: (query) => `The row of ${short(query)}, step by step: a column for each token`,
  pickKey: 'Pick a token, to light it everywhere',
  laneNames: [
    { symbol: 'tokens', formula: 'tokens', meaning: '' },
    { symbol: 'queries', formula: 'Qᵀ', meaning: 'q is framed' },
    { symbol: 'keys', formula: 'Kᵀ', meaning: 'a key a column' },
    { symbol: 'scores', formula: 'q·k/√d_h', meaning: 'scores' },
    { symbol: 'attention-weights', formula: 'softmax', meaning: 'weights; full height is 1' },
    { symbol: 'values', formula: 'Vᵀ → o', meaning: 'added up by weight' },
  ],
  lanes: {
    queries: `Q transposed, ${HEAD_WIDTH}×${TOKEN_COUNT}`,
    keys: `K transposed, ${HEAD_WIDTH}×${TOKEN_COUNT}`,
    scores: 'Scores of the picked query with every key',
    weights: 'Weights of the picked query on every key',
    values: `V transposed, ${HEAD_WIDTH}×${TOKEN_COUNT}, veiled by the weights`,
    output: `The output o, ${HEAD_WIDTH} numbers`,
  },
  entropy: (row) =>
    `Entropy H = ${row.entropy.toFixed(2)} nats; with ${row.allowedCount} token${row.allowedCount === 1 ? '' : 's'} to look at, at most ln ${row.allowedCount} = ${row.maximumEntropy.toFixed(2)}`,
  sum: (row) => `o = ${terms(row)}; the weights sum to ${row.sum.toFixed(4)}`,
  joinHeading: 'Several heads: outputs side by side, then times W_O',
  joined: 'The heads’ outputs side by side',
  joinedNote: (head) =>
    `${HEAD_COUNT} heads of ${HEAD_WIDTH} numbers make ${MODEL_WIDTH}; head ${head + 1} is framed`,
  projected: 'The output after W_O',
  projectedNote: `After W_O, ${MODEL_WIDTH} numbers: what the layer puts out for this token`,
  weightsNote: `These weights are not trained. Heads 1 and 2 have W_Q = W_K set by hand: head 1 reads only a patch’s mean colour (three numbers: brightness, red–green, blue–yellow; the rest are 0), head 2 only its position embedding (sines and cosines in two dimensions). W_Q and W_K of heads 3 and 4, every W_V and W_O are drawn at random from fixed seeds. The image is scaled to ${IMAGE_SIDE}×${IMAGE_SIDE} and cut into ${PATCH_COUNT} patches.`,
  table: {
    caption: (query, head) => `Head ${head + 1}, query: ${token(query)}`,
    columns: ['Key', 'q·k/√d_h', 'Weight'],
    sum: 'Sum of the weights',
    entropy: 'Entropy in nats',
    masked: 'masked',
    score: (score) => decimal(score, 3),
    weight: (weight) => weight.toFixed(4),
    nats: (entropy) => entropy.toFixed(3),
  },
};
