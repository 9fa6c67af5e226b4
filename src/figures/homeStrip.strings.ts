import type { Language } from '../language.ts';

interface Strings {
  label: string;
  scene: string;
  patches: (count: number) => string;
  tokens: (count: number, width: number) => string;
  attention: (count: number) => string;
  caption: string;
}

export const HOME_STRIP_STRINGS: Record<Language, Strings> = {
  zh: {
    label: '一个场景变成图像块，图像块变成词元，词元之间互相注意',
    scene: '一幅图像',
    patches: (count) => `切成 ${count} 块`,
    tokens: (count, width) => `${count} 个词元，各 ${width} 个数`,
    attention: (count) => `谁看谁：${count}×${count} 个注意力权重`,
    caption:
      '这一行图由本站的代码在构建时算出，和各章的演示是同一份代码；嵌入矩阵在这里随机初始化。',
  },
  en: {
    label: 'A scene becomes patches, patches become tokens, and tokens attend to each other',
    scene: 'An image',
    patches: (count) => `${count} patches`,
    tokens: (count, width) => `${count} tokens of ${width} numbers`,
    attention: (count) => `Who looks at whom: ${count}×${count} weights`,
    caption:
      'This strip was computed at build time by the code that runs the demos; the embedding matrix is random here.',
  },
};
