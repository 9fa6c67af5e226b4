import { decimal, tiny } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import { FORMULA } from './formulas.ts';
import type { Strings } from './strings.ts';

export const zh: Strings = {
  title: 'InfoNCE 与 SigLIP：谁被拉近，谁被推开',
  tryThis:
    '点“连续走”，看每张图像和自己的文字走到一起，损失随之降到猜测的水平（图中有点线标出）以下。再回到第 0 步，把 τ 拖到 0.05：同样的排列，损失变成多大？',
  lossChoice: '损失',
  lossName: { softmax: 'softmax（InfoNCE）', sigmoid: 'sigmoid（SigLIP）' },
  start: '起点',
  startName: {
    random: '圆上随机',
    identical: '全部相同',
    orthonormal: '两两正交',
    simplex: '正单纯形',
  },
  pairs: '图文对数 N',
  temperature: { softmax: '温度 τ', sigmoid: '温度 τ = 1/s' },
  tau: (tau) => tau.toFixed(2),
  bias: '偏置 b',
  biasValue: (bias) => decimal(bias, 1),
  seed: '随机种子',
  same: '文字 1 与 2 是同一句话（假负样本）',
  circle: ({ picked }) => `嵌入与梯度；连线是图像 ${picked.row + 1} 受的力`,
  circleLabel: ({ pairs, together }) =>
    `${pairs} 张图像和 ${pairs} 段文字的嵌入；${together} 对的余弦大于 0.9`,
  circleNote: ({ width }) =>
    width === 2
      ? '方块是图像，圆角是文字，编号相同的是一对；箭头是负梯度方向。点一个方块看它受的力：绿色实线拉，灰色虚线推。'
      : `这些向量在 ${width} 维空间里；画出的是它们在一个平面上的影子，所以到不了圆周。箭头是负梯度方向。`,
  matrix: '行是图像，列是文字；对角线是正样本',
  matrixName: {
    cosines: '余弦',
    rows: '按行 P',
    columns: '按列 Q',
    each: '逐对 p',
    gradient: '梯度',
  },
  matrixLabel: {
    cosines: '每张图像与每段文字的余弦',
    rows: '每张图像的 softmax：它认为哪段文字是自己的',
    columns: '每段文字的 softmax：它认为哪张图像是自己的',
    each: '每张图像与每段文字的 sigmoid：两者相配的概率',
    gradient: '损失对每个 logit 的梯度：蓝色推开，橙色拉近',
  },
  pickPair: '选一张图像和一段文字',
  pairName: ({ row, column }) => `图像 ${row + 1}，文字 ${column + 1}`,
  pair: {
    softmax: (p) => [
      `图像 ${p.row + 1} 与文字 ${p.column + 1}：余弦 ${decimal(p.cosine, 3)}，S = 余弦/τ = ${decimal(p.logit, 2)}`,
      `P（按行）= ${p.numbers[0].toFixed(3)}，Q（按列）= ${p.numbers[1].toFixed(3)}`,
      force(p),
    ],
    sigmoid: (p) => [
      `图像 ${p.row + 1} 与文字 ${p.column + 1}：余弦 ${decimal(p.cosine, 3)}，s·余弦 + b = ${decimal(p.logit, 2)}`,
      answer(p),
      force(p),
    ],
  },
  step: '步数',
  oneStep: '走一步',
  run: '连续走',
  pause: '暂停',
  loss: '损失',
  chance: {
    softmax: ({ pairs, chance }) => `ln ${pairs} = ${chance.toFixed(2)}`,
    sigmoid: ({ pairs, chance }) => `处处答 1/${pairs}：${chance.toFixed(2)}`,
  },
  floor: (floor) => `不低于 ${floor.toFixed(2)}`,
  curveLabel: ({ curve, loss }) => `走了 ${curve.length - 1} 步，损失 ${loss.toFixed(3)}`,
  numbers: {
    softmax: (d) => [
      `损失 = (${d.parts[0].toFixed(4)} + ${d.parts[1].toFixed(4)})/2 = ${d.loss.toFixed(4)}`,
      identity(d, 'softmax') ?? `猜测的水平：ln ${d.pairs} = ${d.chance.toFixed(4)}`,
      together(d),
    ],
    sigmoid: (d) => [
      `损失 = 正样本 ${d.parts[0].toFixed(3)} + 负样本 ${d.parts[1].toFixed(3)} = ${d.loss.toFixed(3)}`,
      identity(d, 'sigmoid') ?? `什么都不知道，处处答 1/${d.pairs}：${d.chance.toFixed(3)}`,
      together(d),
    ],
  },
  check: '用有限差分核对梯度',
  checkNote: '逐个坐标前后各挪一点，看损失变了多少，再与公式算出的梯度相比。',
  checked: ({ count, largest, difference, withoutNorm }) =>
    `${count} 个分量，最大的 ${tiny(largest)}。与有限差分最多相差 ${tiny(difference)}。若漏掉归一化的导数，最多相差 ${tiny(withoutNorm)}。`,
  table: {
    caption: {
      softmax: ({ pairs, tau, steps }) =>
        `InfoNCE，N = ${pairs}，τ = ${tau.toFixed(2)}，第 ${steps} 步`,
      sigmoid: ({ pairs, tau, bias, steps }) =>
        `SigLIP，N = ${pairs}，τ = ${tau.toFixed(2)}，b = ${decimal(bias, 1)}，第 ${steps} 步`,
    },
    columns: {
      softmax: ['对', '余弦', '按行概率', '按列概率', '损失'],
      sigmoid: ['对', '余弦', '相配的概率', '这一对的损失', '这一行的损失'],
    },
    pair: (index) => `第 ${index + 1} 对`,
    mean: '平均',
    chance: { softmax: 'ln N', sigmoid: '处处答 1/N' },
    number: (value) => decimal(value, 4),
  },
};

const force = ({ row, column, gradient }: Derived['picked']) =>
  `∂L/∂S = ${decimal(gradient, 4)}：${row === column ? '拉近' : '推开'}`;

const answer = ({ row, column, numbers: [probability, loss] }: Derived['picked']) =>
  row === column
    ? `p = ${probability.toFixed(3)}；答案为“是”，−ln p = ${loss.toFixed(3)}`
    : `p = ${probability.toFixed(3)}；答案为“否”，−ln(1 − p) = ${loss.toFixed(3)}`;

const identity = ({ identity: known }: Derived, loss: keyof typeof FORMULA) =>
  known && `公式 ${FORMULA[loss][known.start]} = ${known.loss.toFixed(4)}`;

const together = (d: Derived) => `余弦大于 0.9 的正样本对：${d.together} / ${d.pairs}`;
