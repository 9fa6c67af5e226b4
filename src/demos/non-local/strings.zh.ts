import type { Strings } from './strings.ts';
import { percent, significant, total } from './numbers.ts';

const place = ({ row, column }: { row: number; column: number }) =>
  `第 ${row + 1} 行第 ${column + 1} 列`;
const none = '无';

export const chinese: Strings = {
  title: '非局部块：一个位置与所有位置比较',
  tryThis:
    '选中的是左上角的红点：看权重图上还有哪里亮了。再点别的形状，然后把 f 换成点积，看权重之和怎么变。',
  kind: '相似度函数 f',
  kinds: {
    gaussian: '高斯',
    embeddedGaussian: '嵌入高斯',
    dotProduct: '点积',
    concatenation: '拼接',
  },
  formula: {
    gaussian: 'f = exp(x_i · x_j)，𝒞 = Σ f',
    embeddedGaussian: 'f = exp(θ(x_i) · φ(x_j))，𝒞 = Σ f',
    dotProduct: 'f = θ(x_i) · φ(x_j)，𝒞 = N',
    concatenation: 'f = ReLU(w_f · [θ(x_i), φ(x_j)])，𝒞 = N',
  },
  embedding: 'θ 与 φ',
  embeddings: { colour: '取颜色', texture: '取纹理', random: '随机' },
  embeddingNote: {
    none: '高斯不用 θ 和 φ：直接比较 6 个局部特征（颜色、局部对比度、亮度梯度，都已标准化）。',
    colour: 'θ = φ，手工设定：取标准化的红、绿、蓝，各乘 2。',
    texture: 'θ = φ，手工设定：取标准化的局部对比度和两个方向的亮度梯度，各乘 2。',
    random: 'θ 与 φ 各为一个随机矩阵（种子固定），未经训练：哪里亮没有含义。',
    concatenation: 'w_f 手工设为全 −1。两项相加：无论选哪个位置，其他位置的名次都不变。',
  },
  pick: '选一个位置 i',
  place,
  shortPlace: place,
  steps: { pick: '选一个位置 i', weights: '它对所有位置的权重', after: '块的输出 z' },
  notes: {
    pick: '方框：3 × 3 卷积只看得到这里。',
    weights: { positive: '蓝色越浓，权重越大。', signed: '蓝色为正，橙色为负。' },
    after: '每个位置都加上了自己的 y_i W_z（超出屏幕范围的颜色被截断）。',
  },
  strongest: '别处权重最大的五个地方',
  none,
  output: {
    x: 'x_i',
    y: { mean: 'y_i ：颜色的加权平均', sum: 'y_i ：颜色的加权和' },
    z: 'z_i = y_i W_z + x_i',
  },
  strength: 'W_z 的强度',
  strengthText: (strength) => (strength === 0 ? '0：恒等' : strength.toFixed(2)),
  facts: {
    weightSum: { name: '所有权重之和', value: (d) => total(d.weightSum) },
    near: { name: '3 × 3 窗口内的比例（按绝对值）', value: (d) => percent(d.nearShare) },
    ratio: {
      name: '最强的一处：f ÷ 𝒞 = 权重',
      value: ({ places: [first], normaliser }) =>
        first
          ? `${significant(first.affinity)} ÷ ${significant(normaliser)} = ${significant(first.weight)}`
          : none,
    },
    distance: {
      name: '它有多远、多强',
      value: ({ places: [first] }) =>
        first
          ? `${first.distance.toFixed(2)} 个边长，平均权重的 ${first.timesMean.toFixed(1)} 倍`
          : none,
    },
  },
  table: {
    caption: (d) => `选中的位置：${place(d)}`,
    columns: ['量', '值', '位置', '距离（图像边长）'],
  },
  rows: {
    normaliser: '归一化因子 𝒞',
    weightSum: '权重之和',
    nearShare: '3 × 3 窗口内的比例（按绝对值）',
    x: 'x 的颜色',
    y: 'y 的颜色',
    z: 'z 的颜色',
  },
  rank: (rank) => `别处第 ${rank} 大的权重`,
  number: significant,
  percent,
};
