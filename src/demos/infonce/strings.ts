import type { Language } from '../../language.ts';
import type { GradientCheck } from './checkGradient.ts';
import type { Derived } from './derive.ts';
import type { MATRICES, STARTS, State } from './state.ts';

type Matrix = (typeof MATRICES)[number];
type Start = (typeof STARTS)[number];

export interface Strings {
  title: string;
  tryThis: string;
  start: string;
  startName: Record<Start, string>;
  pairs: string;
  temperature: string;
  tau: (tau: number) => string;
  seed: string;
  same: string;
  circle: (derived: Derived) => string;
  circleLabel: (derived: Derived) => string;
  circleNote: (derived: Derived) => string;
  matrix: string;
  matrixName: Record<Matrix, string>;
  matrixLabel: Record<Matrix, string>;
  /** Ids of content/symbols.yaml */
  matrixSymbol: Record<Matrix, string>;
  pickPair: string;
  pairName: (picked: Derived['picked']) => string;
  pair: (picked: Derived['picked']) => string[];
  step: string;
  oneStep: string;
  run: string;
  pause: string;
  loss: string;
  chance: (derived: Derived) => string;
  floor: (derived: Derived) => string;
  curveLabel: (derived: Derived) => string;
  numbers: (derived: Derived) => string[];
  check: string;
  checkNote: string;
  checked: (result: GradientCheck) => string;
  table: {
    caption: (state: State) => string;
    columns: string[];
    pair: (index: number) => string;
    mean: string;
    chance: string;
    number: (value: number) => string;
  };
}

/** With a true minus sign, and none before zero. */
const decimal = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
};

/** As a power of ten where it is small: 3·10⁻⁸. */
function tiny(value: number): string {
  if (value === 0 || value >= 0.001) return value.toFixed(3);
  const [mantissa, exponent] = value.toExponential(0).split('e-');
  return `${mantissa}·10⁻${[...exponent].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

const MATRIX_SYMBOL: Record<Matrix, string> = {
  cosines: 'contrastive-logits',
  rows: 'text-given-image',
  columns: 'image-given-text',
  gradient: 'gradient',
};

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'InfoNCE：谁被拉近，谁被推开',
    tryThis:
      '点“连续走”，看每张图像和自己的文字走到一起，损失随之降到 ln N 以下。再回到第 0 步，把 τ 拖到 0.05：同样的排列，损失变成多大？',
    start: '起点',
    startName: {
      random: '圆上随机',
      identical: '全部相同',
      orthonormal: '两两正交',
      simplex: '正单纯形',
    },
    pairs: '图文对数 N',
    temperature: '温度 τ',
    tau: (tau) => tau.toFixed(2),
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
      gradient: '梯度',
    },
    matrixLabel: {
      cosines: '每张图像与每段文字的余弦',
      rows: '每张图像的 softmax：它认为哪段文字是自己的',
      columns: '每段文字的 softmax：它认为哪张图像是自己的',
      gradient: '损失对每个 logit 的梯度：蓝色推开，橙色拉近',
    },
    matrixSymbol: MATRIX_SYMBOL,
    pickPair: '选一张图像和一段文字',
    pairName: ({ row, column }) => `图像 ${row + 1}，文字 ${column + 1}`,
    pair: (p) => [
      `图像 ${p.row + 1} 与文字 ${p.column + 1}：余弦 ${decimal(p.cosine, 3)}，S = 余弦/τ = ${decimal(p.logit, 2)}`,
      `P（按行）= ${p.textGivenImage.toFixed(3)}，Q（按列）= ${p.imageGivenText.toFixed(3)}`,
      `∂L/∂S = ${decimal(p.gradient, 4)}：${p.row === p.column ? '拉近' : '推开'}`,
    ],
    step: '步数',
    oneStep: '走一步',
    run: '连续走',
    pause: '暂停',
    loss: '损失',
    chance: ({ pairs, chance }) => `ln ${pairs} = ${chance.toFixed(2)}`,
    floor: ({ floor }) => `不低于 ${floor.toFixed(2)}`,
    curveLabel: ({ curve, loss }) => `走了 ${curve.length - 1} 步，损失 ${loss.toFixed(3)}`,
    numbers: (d) => [
      `损失 = (${d.imageLoss.toFixed(4)} + ${d.textLoss.toFixed(4)})/2 = ${d.loss.toFixed(4)}`,
      identityZh(d),
      `余弦大于 0.9 的正样本对：${d.together} / ${d.pairs}`,
    ],
    check: '用有限差分核对梯度',
    checkNote: '逐个坐标前后各挪一点，看损失变了多少，再与公式算出的梯度相比。',
    checked: ({ count, largest, difference, withoutNorm }) =>
      `${count} 个分量，最大的 ${tiny(largest)}。与有限差分最多相差 ${tiny(difference)}。若漏掉归一化的导数，最多相差 ${tiny(withoutNorm)}。`,
    table: {
      caption: ({ pairs, tau, steps }) => `N = ${pairs}，τ = ${tau.toFixed(2)}，第 ${steps} 步`,
      columns: ['对', '余弦', '按行概率', '按列概率', '损失'],
      pair: (index) => `第 ${index + 1} 对`,
      mean: '平均',
      chance: 'ln N',
      number: (value) => decimal(value, 4),
    },
  },
  en: {
    title: 'InfoNCE: what is pulled, what is pushed',
    tryThis:
      'Press “Run”: each image meets its own text, and the loss falls below ln N. Then go back to step 0 and move τ to 0.05: how large is the loss of the same arrangement now?',
    start: 'Start',
    startName: {
      random: 'random on a circle',
      identical: 'all identical',
      orthonormal: 'orthonormal',
      simplex: 'simplex',
    },
    pairs: 'Pairs N',
    temperature: 'Temperature τ',
    tau: (tau) => tau.toFixed(2),
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
      gradient: 'gradient',
    },
    matrixLabel: {
      cosines: 'The cosine of every image with every text',
      rows: 'Softmax of each image’s row: which text it takes for its own',
      columns: 'Softmax of each text’s column: which image it takes for its own',
      gradient: 'The loss’s gradient for each logit: blue pushes apart, orange pulls together',
    },
    matrixSymbol: MATRIX_SYMBOL,
    pickPair: 'Pick an image and a text',
    pairName: ({ row, column }) => `image ${row + 1}, text ${column + 1}`,
    pair: (p) => [
      `Image ${p.row + 1} and text ${p.column + 1}: cosine ${decimal(p.cosine, 3)}, S = cosine/τ = ${decimal(p.logit, 2)}`,
      `P (in its row) = ${p.textGivenImage.toFixed(3)}, Q (in its column) = ${p.imageGivenText.toFixed(3)}`,
      `∂L/∂S = ${decimal(p.gradient, 4)}: ${p.row === p.column ? 'pulled together' : 'pushed apart'}`,
    ],
    step: 'Step',
    oneStep: 'One step',
    run: 'Run',
    pause: 'Pause',
    loss: 'Loss',
    chance: ({ pairs, chance }) => `ln ${pairs} = ${chance.toFixed(2)}`,
    floor: ({ floor }) => `never below ${floor.toFixed(2)}`,
    curveLabel: ({ curve, loss }) => `Loss after ${curve.length - 1} steps: ${loss.toFixed(3)}`,
    numbers: (d) => [
      `Loss = (${d.imageLoss.toFixed(4)} + ${d.textLoss.toFixed(4)})/2 = ${d.loss.toFixed(4)}`,
      identityEn(d),
      `Pairs whose own cosine is above 0.9: ${d.together} of ${d.pairs}`,
    ],
    check: 'Check the gradient by finite differences',
    checkNote:
      'Moves each coordinate a little forth and back, sees how the loss changes, and compares that with the formula’s gradient.',
    checked: ({ count, largest, difference, withoutNorm }) =>
      `${count} numbers, the largest ${tiny(largest)}. From the finite differences they are off by at most ${tiny(difference)}. Without the derivative of the normalisation it would be ${tiny(withoutNorm)}.`,
    table: {
      caption: ({ pairs, tau, steps }) => `N = ${pairs}, τ = ${tau.toFixed(2)}, step ${steps}`,
      columns: ['Pair', 'Cosine', 'Row probability', 'Column probability', 'Loss'],
      pair: (index) => `Pair ${index + 1}`,
      mean: 'Mean',
      chance: 'ln N',
      number: (value) => decimal(value, 4),
    },
  },
};

const FORMULA: Record<'identical' | 'orthonormal' | 'simplex', string> = {
  identical: 'ln N',
  orthonormal: 'ln(1 + (N−1)·e^(−1/τ))',
  simplex: 'ln(1 + (N−1)·e^(−N/((N−1)τ)))',
};

function identityZh({ identity, chance, pairs }: Derived): string {
  return identity
    ? `公式 ${FORMULA[identity.start]} = ${identity.loss.toFixed(4)}`
    : `猜测的水平：ln ${pairs} = ${chance.toFixed(4)}`;
}

function identityEn({ identity, chance, pairs }: Derived): string {
  return identity
    ? `The formula ${FORMULA[identity.start]} = ${identity.loss.toFixed(4)}`
    : `Guessing gives ln ${pairs} = ${chance.toFixed(4)}`;
}
