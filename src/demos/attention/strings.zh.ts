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

const short = (index: number) => (index === 0 ? '类别词元' : `${index} 号块`);
const token = (index: number) => {
  if (index === 0) return '类别词元（0 号）';
  const { row, column } = placeOf(index);
  return `${index} 号图像块（第 ${row + 1} 行第 ${column + 1} 列）`;
};

const terms = ({ terms, otherTerms }: Row) =>
  terms.map(({ token, weight }) => `${weight.toFixed(2)}·v_${token}`).join(' + ') +
  (otherTerms > 0 ? ` + 其余 ${otherTerms} 项` : '');

export const chinese: Strings = {
  title: '一层注意力，从 Q、K、V 到输出',
  tryThis:
    '在图上点一块，让它提问：没蒙住的地方就是它看的地方。换一个头再看，然后把温度 τ 拖到 0.1，注意权重一行和熵的变化。',
  head: '注意力头',
  headName: (head) => `头 ${head + 1}`,
  headReads: ['比颜色', '比位置', '随机', '随机'],
  headMap: (head) => `头 ${head + 1} 中这个查询对各图像块的权重`,
  temperature: '温度 τ',
  tau: (tau) => tau.toFixed(1),
  mask: '掩码',
  maskName: { none: '无', causal: '因果', window: '相邻块' },
  picture: '谁在看哪里',
  pickQuery: '选一个词元作查询',
  token,
  share: percent,
  veilLabel: (_, query) => `图像，按${token(query)}的注意力权重蒙住：越清楚权重越大`,
  queryIs: (query) => `查询 q：${token(query)}`,
  pair: ({ row }, key) =>
    row.scores[key] === -Infinity
      ? `键 k：${short(key)}，被掩码挡住，权重恰为 0`
      : `键 k：${short(key)}，q·k/√d_h = ${decimal(row.scores[key], 2)}，权重 ${row.weights[key].toFixed(3)}`,
  matrix: `所有查询对所有键，${TOKEN_COUNT}×${TOKEN_COUNT}`,
  matrixName: { weights: '权重', scores: '分数' },
  matrixNote: {
    weights: ({ largestWeight }) => `每行之和为 1；最大 ${largestWeight.toFixed(2)}`,
    scores: ({ row: { scoreScale } }) =>
      `从 ${decimal(scoreScale.minimum, 1)} 到 ${decimal(scoreScale.maximum, 1)}；蓝正橙负，未除以 τ`,
  },
  matrixAxes: (lit) => `行是查询，列是键；虚线：${short(lit)}`,
  pickPair: '选一个查询和一个键',
  pairPicked: (query, key) => `查询 ${token(query)}，键 ${token(key)}`,
  weightsLabel: '注意力权重矩阵',
  scoresLabel: '注意力分数矩阵',
  rowHeading: (query) => `${short(query)}这一行怎样算出来：每列一个词元`,
  pickKey: '选一个词元，在各处同时亮起',
  laneNames: [
    { symbol: 'tokens', formula: '词元', meaning: '' },
    { symbol: 'queries', formula: 'Qᵀ', meaning: '框出的一列是 q' },
    { symbol: 'keys', formula: 'Kᵀ', meaning: '每列一个键' },
    { symbol: 'scores', formula: 'q·k/√d_h', meaning: '分数' },
    { symbol: 'attention-weights', formula: 'softmax', meaning: '权重，满格为 1' },
    { symbol: 'values', formula: 'Vᵀ → o', meaning: '按权重相加' },
  ],
  lanes: {
    queries: `Q 的转置，${HEAD_WIDTH}×${TOKEN_COUNT}`,
    keys: `K 的转置，${HEAD_WIDTH}×${TOKEN_COUNT}`,
    scores: '选中的查询与每个键的分数',
    weights: '选中的查询对每个键的权重',
    values: `V 的转置，${HEAD_WIDTH}×${TOKEN_COUNT}，按权重蒙住`,
    output: `输出 o，${HEAD_WIDTH} 个数`,
  },
  entropy: (row) =>
    `熵 H = ${row.entropy.toFixed(2)} nat；可看 ${row.allowedCount} 个词元，最大为 ln ${row.allowedCount} = ${row.maximumEntropy.toFixed(2)}`,
  sum: (row) => `o = ${terms(row)}；权重之和 = ${row.sum.toFixed(4)}`,
  joinHeading: '多头：各头的输出拼起来，再乘 W_O',
  joined: '各头的输出拼接',
  joinedNote: (head) =>
    `${HEAD_COUNT} 个头各 ${HEAD_WIDTH} 个数，拼成 ${MODEL_WIDTH} 个；框出的是头 ${head + 1}`,
  projected: '乘 W_O 之后的输出',
  projectedNote: `乘 W_O 后的 ${MODEL_WIDTH} 个数：这个词元在本层的输出`,
  weightsNote: `权重没有训练过。头 1、头 2 的 W_Q = W_K 是手工设定的：头 1 只读图像块的平均颜色（前三个数：明暗、红绿、蓝黄；其余为 0），头 2 只读位置编码（二维正弦余弦）；头 3、头 4 的 W_Q 与 W_K、各头的 W_V 以及 W_O 由固定种子随机抽取。图像缩到 ${IMAGE_SIDE}×${IMAGE_SIDE}，切成 ${PATCH_COUNT} 块。`,
  table: {
    caption: (query, head) => `头 ${head + 1}，查询 ${token(query)}`,
    columns: ['键', 'q·k/√d_h', '权重'],
    sum: '权重之和',
    entropy: '熵（nat）',
    masked: '掩码',
    score: (score) => decimal(score, 3),
    weight: (weight) => weight.toFixed(4),
    nats: (entropy) => entropy.toFixed(3),
  },
};
