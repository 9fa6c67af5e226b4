import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '非局部块',
    description:
      '输入 X 的形状是 N × C。三个 1×1 卷积 θ、φ、g 各把它变成 N × C/2；θ 乘 φ 的转置，经 softmax 得到 N × N 的权重，权重乘 g，再经 W_z 变回 N × C，最后与 X 相加。图中的权重由港口图九个图像块的平均颜色算出。',
  },
  en: {
    title: 'The non-local block',
    description:
      'The input X has shape N × C. Three 1×1 convolutions θ, φ and g turn it into N × C/2 each; θ times φ transposed, through a softmax, gives N × N weights; these times g, through W_z, give N × C again, which is added to X. The weights drawn are computed from the mean colours of the harbour’s nine patches.',
  },
};
