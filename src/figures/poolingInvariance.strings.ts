import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
  map: string;
  pooled: (window: number) => string;
  mean: string;
  shift: (cells: number) => readonly string[];
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '平移以后，池化的结果变不变',
    description:
      '同一张特征图右移 0、1、2 格。移 1 格时，两个响应仍在原来的 2×2 池化窗口里，最大池化的结果不变；移 2 格时响应进入相邻的窗口，结果随之移动。全局平均在三种情形下相同。',
    map: '特征图',
    pooled: (window) => `${window}×${window} 最大池化`,
    mean: '全局平均',
    shift: (cells) => (cells === 0 ? ['原位'] : ['右移', `${cells} 格`]),
  },
  en: {
    title: 'What pooling makes of a shift',
    description:
      'The same feature map, shifted to the right by 0, 1 and 2 cells. After 1 cell both responses are still in their 2×2 pooling windows and max pooling gives the same; after 2 cells they are in the next windows and the result moves too. The global average is the same all three times.',
    map: 'feature map',
    pooled: (window) => `max ${window}×${window}`,
    mean: 'average',
    shift: (cells) =>
      cells === 0 ? ['original'] : ['shifted', cells === 1 ? '1 cell' : `${cells} cells`],
  },
};
