import type { Language } from '../language.ts';

interface Strings {
  picture: (tokens: number) => string;
  prefix: (tokens: number) => string;
  label: string;
  sample: string;
  uncounted: string;
  counted: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    picture: (tokens) => `左上一个红色圆形，右下一个蓝色方形；图片切成 ${tokens} 块`,
    prefix: (tokens) => `${tokens} 个图像词元`,
    label: '文本词元',
    sample: '词',
    uncounted: '只读',
    counted: '要预测，计入损失',
  },
  en: {
    picture: (tokens) =>
      `A red circle top left and a blue square bottom right; the picture is cut into ${tokens} patches`,
    prefix: (tokens) => `${tokens} image tokens`,
    label: 'Text tokens',
    sample: 'word',
    uncounted: 'only read',
    counted: 'predicted, with loss',
  },
};
