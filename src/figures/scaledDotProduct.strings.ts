import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
  mask: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '缩放点积注意力',
    description:
      'Q 乘 K 的转置，除以 d_h 的平方根，需要时加掩码，逐行经 softmax 得到 N × N 的注意力权重 A，再乘 V，得到 N × d_h 的输出 O。图中的权重由港口图九个图像块的平均颜色算出。',
    mask: '掩码（可选）',
  },
  en: {
    title: 'Scaled dot-product attention',
    description:
      'Q times K transposed, divided by the square root of d_h, masked if needed, goes through a softmax row by row: the N × N attention weights A. They multiply V, which gives the output O of shape N × d_h. The weights drawn are computed from the mean colours of the harbour’s nine patches.',
    mask: 'mask (opt.)',
  },
};
