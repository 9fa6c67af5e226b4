import type { Language } from '../../language.ts';
import { CHANNELS } from './cost.ts';
import type { Derived } from './derive.ts';
import { type ASPECTS, GRID } from './state.ts';
import type { Box } from './windows.ts';

export type Aspect = (typeof ASPECTS)[number];
type Convolution = Derived['convolution'];

export interface Strings {
  title: string;
  tryThis: string;
  layers: string;
  layerCount: (layers: number) => string;
  kernelSize: string;
  kernel: (size: number) => string;
  stride: string;
  aspect: string;
  aspects: Record<Aspect, string>;
  pick: Record<'convolution' | 'attention', string>;
  place: (derived: Derived) => string;
  heading: { convolution: (derived: Derived) => string; attention: string };
  note: Record<'convolution' | 'attention', Record<Aspect, string>>;
  picture: string;
  columns: { quantity: string; convolution: (layers: number) => string; attention: string };
  rows: Record<
    'output' | 'window' | 'measured' | 'share' | 'depth' | 'parameters' | 'multiplyAdds',
    string
  >;
  values: {
    formula: (convolution: Convolution) => string;
    side: (side: number) => string;
    box: (box: Box) => string;
    share: (share: number) => string;
    count: (value: number) => string;
    large: (value: number) => string;
  };
  caption: string;
  windowAfter: (layers: number) => string;
}

// Made once: to make a format takes longer than to write a number with it.
const grouped = {
  zh: new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en'),
};
const COMPACT = { notation: 'compact', maximumSignificantDigits: 3 } as const;
/** Three digits and a unit: 604M, 6.04亿. */
const rounded = {
  zh: new Intl.NumberFormat('zh-CN', COMPACT),
  en: new Intl.NumberFormat('en', COMPACT),
};
const side = (value: number) => `${value} × ${value}`;
const box = ({ width, height }: Box) => `${height} × ${width}`;
const share = (value: number) => `${(100 * value).toFixed(1)}%`;
const formula = ({ growth, jumpSum, size }: Convolution) => `1 + ${growth}·${jumpSum} = ${size}`;

export const strings: Record<Language, Strings> = {
  zh: {
    title: '一个输出能看多远：层层卷积与一层注意力',
    tryThis:
      '在图上选一点，再一层层加卷积：左边的窗口要多少层，才能看到右边一层注意力就看到的全部？',
    layers: '卷积层数 L',
    layerCount: (layers) => `${layers} 层`,
    kernelSize: '卷积核 k',
    kernel: (size) => `${size} × ${size}`,
    stride: '步幅 s',
    aspect: '图上显示',
    aspects: { reach: '够得着哪里', strength: '影响有多大' },
    pick: { convolution: '卷积的输出位置', attention: '注意力的输出位置' },
    place: ({ row, column }) => `第 ${row + 1} 行，第 ${column + 1} 列`,
    heading: {
      convolution: (d) => `${d.layers} 层 ${d.kernelSize} × ${d.kernelSize} 卷积`,
      attention: '一层自注意力',
    },
    note: {
      convolution: {
        reach: '彩色处是离选中点最近的输出能依赖的像素；每个方框多一层。',
        strength: '蓝色越浓，该像素的梯度越大（随机卷积核的均方根，未经训练）：大小只看远近。',
      },
      attention: {
        reach: '同一位置的输出依赖所有位置。',
        strength: '蓝色越浓，注意力权重越大。Q = K = 标准化的颜色，未经训练：大小只看内容。',
      },
    },
    picture: `${side(GRID)} 像素的输入`,
    columns: {
      quantity: '比较',
      convolution: (layers) => `${layers} 层卷积`,
      attention: '一层注意力',
    },
    rows: {
      output: '输出的大小',
      window: '窗口边长（公式）',
      measured: '实测：梯度或权重不为 0',
      share: '看到的比例',
      depth: '此处看到全图所需层数',
      parameters: `参数量（${CHANNELS} 通道）`,
      multiplyAdds: `乘加次数（${CHANNELS} 通道）`,
    },
    values: {
      formula,
      side,
      box,
      share,
      count: (value) => grouped.zh.format(value),
      large: (value) => rounded.zh.format(value),
    },
    caption: '感受野',
    windowAfter: (layers) => `${layers} 层卷积后的窗口`,
  },
  en: {
    title: 'How far one output sees: stacked convolutions against one attention layer',
    tryThis:
      'Pick a point in the picture and add layers one by one: how many does the window on the left need to see what a single attention layer sees on the right?',
    layers: 'Convolution layers L',
    layerCount: (layers) => `${layers}`,
    kernelSize: 'Kernel k',
    kernel: (size) => `${size} × ${size}`,
    stride: 'Stride s',
    aspect: 'Show',
    aspects: { reach: 'what it reaches', strength: 'how strongly' },
    pick: { convolution: 'Output position, convolutions', attention: 'Output position, attention' },
    place: ({ row, column }) => `row ${row + 1}, column ${column + 1}`,
    heading: {
      convolution: (d) =>
        `${d.layers} ${d.layers === 1 ? 'layer' : 'layers'} of ${d.kernelSize} × ${d.kernelSize} convolution`,
      attention: 'One self-attention layer',
    },
    note: {
      convolution: {
        reach:
          'In colour: the pixels that the output nearest to your point can depend on; each frame is one more layer.',
        strength:
          'More blue: a larger gradient there (root mean square over random, untrained kernels). Only distance counts.',
      },
      attention: {
        reach: 'The output at the same position depends on every position.',
        strength:
          'More blue: a larger attention weight. Q = K = standardised colours, untrained. Only content counts.',
      },
    },
    picture: `The input, ${side(GRID)} pixels`,
    columns: {
      quantity: 'Compared',
      convolution: (layers) => (layers === 1 ? '1 convolution' : `${layers} convolutions`),
      attention: '1 attention',
    },
    rows: {
      output: 'Size of the output',
      window: 'Side of the window, by formula',
      measured: 'Measured: gradient or weight ≠ 0',
      share: 'Share of the picture reached',
      depth: 'Layers to reach all, from here',
      parameters: `Parameters, ${CHANNELS} channels`,
      multiplyAdds: `Multiply–adds, ${CHANNELS} channels`,
    },
    values: {
      formula,
      side,
      box,
      share,
      count: (value) => grouped.en.format(value),
      large: (value) => rounded.en.format(value),
    },
    caption: 'Receptive field',
    windowAfter: (layers) => `Window after ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
  },
};
