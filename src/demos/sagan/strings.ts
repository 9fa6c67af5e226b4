import type { Language } from '../../language.ts';
import { decimal } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import { CHANNELS, type DrawingName, INNER_WIDTH, LOCATION_COUNT, SIDE } from './model.ts';

type Place = Derived['source'];

export interface Strings {
  title: string;
  tryThis: string;
  gate: string;
  gamma: (gamma: number) => string;
  drawing: string;
  drawingName: Record<DrawingName, string>;
  maps: Record<'input' | 'weights' | 'attention', string>;
  mapNote: Record<'input' | 'attention', string>;
  outputTitle: (gamma: number) => string;
  pick: string;
  place: (place: Place) => string;
  looksAt: (derived: Derived) => string;
  weightsLabel: (derived: Derived) => string;
  change: (derived: Derived) => string;
  numbers: (derived: Derived) => { symbol?: string; text: string }[];
  curve: string;
  loss: string;
  tick: (gamma: number) => string;
  curveLabel: (curve: Derived['curve']) => string;
  about: string;
  table: { caption: string; columns: [string, string]; rows: Record<TableRow, string> };
}

type TableRow =
  'gamma' | 'place' | 'source' | 'largest' | 'sum' | 'difference' | 'loss' | 'gradient' | 'best';

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'SAGAN：门控 γ 决定注意力加进来多少',
    tryThis:
      'γ = 0 时 y 与 x 完全相同。把 γ 慢慢拖到 1：右半边从左半边取来颜色。再在 x 的右半边点一处，看它到哪里去取。',
    gate: '门控 γ',
    gamma: (gamma) => decimal(gamma, 2),
    drawing: '画',
    drawingName: { butterfly: '蝴蝶（对称）', harbour: '海港（不对称）' },
    maps: { input: '特征图 x', weights: '注意力图 β_j', attention: '注意力的输出 o' },
    mapNote: { input: '右半边还没有颜色。点一处作 j', attention: '只显示颜色通道；灰色是 0' },
    outputTitle: (gamma) => `y = ${decimal(gamma, 2)}·o + x`,
    pick: '选一个输出位置 j',
    place: ({ row, column }) => `第 ${row + 1} 行第 ${column + 1} 列`,
    looksAt: ({ isFinished, source }) =>
      isFinished
        ? '左边已画完：它看没有颜色的地方，取来的是 0'
        : `最看重第 ${source.row + 1} 行第 ${source.column + 1} 列`,
    weightsLabel: ({ row }) =>
      `第 ${row.place.row + 1} 行第 ${row.place.column + 1} 列的注意力图：越清楚权重越大`,
    change: ({ difference }) =>
      difference === 0 ? 'y = x，完全相同' : `最大改变 ${decimal(difference, 3)}`,
    numbers: ({ row, difference, loss, gradient }) => [
      { symbol: 'sagan-weights', text: `对所有输入 i 求和：Σ_i β_j,i = ${decimal(row.sum, 4)}` },
      { symbol: 'sagan-result', text: `max |y − x| = ${decimal(difference, 4)}` },
      { text: `损失 L = y 的颜色与画完后的均方差 = ${decimal(loss, 5)}` },
      { symbol: 'sagan-gate', text: `∂L/∂γ = ${decimal(gradient, 5)}` },
    ],
    loss: '损失 L',
    tick: (gamma) => `γ = ${gamma}`,
    curve: 'L 随 γ 的变化；虚线是此处的斜率。γ = 0 时斜率不为 0，所以 γ 能从 0 学起来。',
    curveLabel: ({ best }) => `损失随 γ 变化的曲线，最小值在 γ ≈ ${decimal(best, 2)}`,
    about: `这里没有训练 GAN。“特征图”由一张画算出：${SIDE}×${SIDE} 个位置，每处 ${CHANNELS} 个通道（颜色、明暗描述子、是否画完），右半边去掉了颜色。f、g、h、v（内部 ${INNER_WIDTH} 维）是手工设定的：右边的位置按明暗去左边找相似处，h 与 v 只传颜色。真正的 SAGAN 要把这四个映射和 γ 一起学出来，γ 从 0 开始。`,
    table: {
      caption: `${LOCATION_COUNT} 个位置上的门控注意力`,
      columns: ['量', '值'],
      rows: {
        gamma: 'γ',
        place: '输出位置 j',
        source: '权重最大的输入位置 i',
        largest: '最大的 β',
        sum: 'β 对 i 求和',
        difference: 'max |y − x|',
        loss: '损失 L',
        gradient: '∂L/∂γ',
        best: '使 L 最小的 γ（网格上）',
      },
    },
  },
  en: {
    title: 'SAGAN: the gate γ decides how much attention adds',
    tryThis:
      'At γ = 0, y is exactly x. Move γ slowly to 1: the right half takes its colours from the left. Then pick a place on the right of x and see where it goes for them.',
    gate: 'Gate γ',
    gamma: (gamma) => decimal(gamma, 2),
    drawing: 'Drawing',
    drawingName: { butterfly: 'butterfly (symmetric)', harbour: 'harbour (not symmetric)' },
    maps: { input: 'Feature map x', weights: 'Attention map β_j', attention: 'Output o' },
    mapNote: {
      input: 'The right half has no colour yet. Pick a place j',
      attention: 'Colour channels only; grey is 0',
    },
    outputTitle: (gamma) => `y = ${decimal(gamma, 2)}·o + x`,
    pick: 'Pick an output location j',
    place: ({ row, column }) => `row ${row + 1}, column ${column + 1}`,
    looksAt: ({ isFinished, source }) =>
      isFinished
        ? 'The left is finished: it looks where there is no colour, and takes 0'
        : `Looks most at row ${source.row + 1}, column ${source.column + 1}`,
    weightsLabel: ({ row }) =>
      `Attention map of row ${row.place.row + 1}, column ${row.place.column + 1}: the clearer, the larger the weight`,
    change: ({ difference }) =>
      difference === 0 ? 'y = x exactly' : `Changed by at most ${decimal(difference, 3)}`,
    numbers: ({ row, difference, loss, gradient }) => [
      {
        symbol: 'sagan-weights',
        text: `Summed over all inputs i: Σ_i β_j,i = ${decimal(row.sum, 4)}`,
      },
      { symbol: 'sagan-result', text: `max |y − x| = ${decimal(difference, 4)}` },
      {
        text: `Loss L = mean squared distance of y’s colours from the finished drawing = ${decimal(loss, 5)}`,
      },
      { symbol: 'sagan-gate', text: `∂L/∂γ = ${decimal(gradient, 5)}` },
    ],
    loss: 'loss L',
    tick: (gamma) => `γ = ${gamma}`,
    curve:
      'L over γ; the dashed line is the slope here. At γ = 0 the slope is not 0, so γ can learn to leave it.',
    curveLabel: ({ best }) => `The loss over γ, smallest at γ ≈ ${decimal(best, 2)}`,
    about: `No GAN is trained here. The “feature map” is computed from a drawing: ${SIDE}×${SIDE} locations of ${CHANNELS} channels (colour, a descriptor of light and dark, finished or not), and the right half has lost its colours. f, g, h and v (inner width ${INNER_WIDTH}) are set by hand: a place on the right looks on the left for places of like brightness, and h and v pass on the colour alone. A real SAGAN learns these four maps together with γ, which starts at 0.`,
    table: {
      caption: `Gated attention over ${LOCATION_COUNT} locations`,
      columns: ['Quantity', 'Value'],
      rows: {
        gamma: 'γ',
        place: 'Output location j',
        source: 'Input location i of the largest weight',
        largest: 'Largest β',
        sum: 'Sum of β over i',
        difference: 'max |y − x|',
        loss: 'Loss L',
        gradient: '∂L/∂γ',
        best: 'γ of the smallest L (on a grid)',
      },
    },
  },
};
