import type { Language } from '../ui/language.ts';

export interface Strings {
  title: string;
  description: string;
  image: string;
  patches: (count: number) => string;
  flattened: string;
  projection: string;
  classToken: string;
  positions: string;
  encoder: readonly string[];
  representation: string;
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
    flattened: '逐块展平',
    projection: '线性投影 $E$',
    classToken: '类别词元',
    positions: '位置嵌入',
    encoder: ['Transformer 编码器', '$L$ 个编码器块'],
    representation: '图像表示 $y$',
    head: 'MLP 头',
    answer: '类别',
    blockTitle: '一个编码器块',
  },
  en: {
    title: 'The architecture of ViT',
    description:
      'The harbour scene is cut into nine patches, which are flattened and become nine tokens by the linear projection E. A learned class token goes first, each token has its position embedding added, and all pass through L encoder blocks. From the class token’s output an MLP head finds the class.',
    image: 'image',
    patches: (count) => `${count} patches`,
    flattened: 'flatten each patch',
    projection: 'linear projection $E$',
    classToken: 'class token',
    positions: 'position embeddings',
    encoder: ['Transformer encoder', '$L$ encoder blocks'],
    representation: 'image representation $y$',
    head: 'MLP head',
    answer: 'class',
    blockTitle: 'One encoder block',
  },
};
