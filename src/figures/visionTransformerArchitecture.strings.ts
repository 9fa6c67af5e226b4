import type { Language } from '../language.ts';

export interface Strings {
  title: string;
  description: string;
  image: string;
  patches: (count: number) => string;
  flattened: readonly string[];
  projection: string;
  classToken: readonly string[];
  positions: readonly string[];
  encoder: readonly string[];
  outputs: string;
  head: string;
  answer: string;
  blockTitle: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'ViT 的结构',
    description:
      '港口图切成九个图像块，展平后经线性投影 E 成为九个词元；前面加一个可学习的类别词元，每个词元加上自己的位置嵌入，送入 L 个编码器块。类别词元的输出经 MLP 头得到类别。',
    image: '图像',
    patches: (count) => `${count} 个图像块`,
    flattened: ['展平'],
    projection: '线性投影 $E$',
    classToken: ['类别词元'],
    positions: ['位置嵌入'],
    encoder: ['Transformer 编码器', '$L$ 个编码器块'],
    outputs: '输出',
    head: 'MLP 头',
    answer: '类别：“船”',
    blockTitle: '编码器块 $× L$',
  },
  en: {
    title: 'The architecture of ViT',
    description:
      'The harbour scene is cut into nine patches, which are flattened and become nine tokens by the linear projection E. A learned class token goes first, each token has its position embedding added, and all pass through L encoder blocks. From the class token’s output an MLP head finds the class.',
    image: 'image',
    patches: (count) => `${count} patches`,
    flattened: ['flattened'],
    projection: 'linear projection $E$',
    classToken: ['class', 'token'],
    positions: ['position', 'embedding'],
    encoder: ['Transformer encoder', '$L$ encoder blocks'],
    outputs: 'outputs',
    head: 'MLP head',
    answer: 'class: “boat”',
    blockTitle: 'encoder block $× L$',
  },
};
