import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'SAGAN 的自注意力层',
    description:
      '输入 x 的形状是 N × C。1×1 卷积 g、f、h 各把通道数降到 C/8；g 乘 f 的转置，经 softmax 得到 N × N 的注意力图 β；β 乘 h，经 1×1 卷积 v 变回 N × C，得到 o；o 乘可学习的标量 γ，再与 x 相加。图中的 β 由港口图九个图像块的平均颜色算出。',
  },
  en: {
    title: 'The self-attention layer of SAGAN',
    description:
      'The input x has shape N × C. The 1×1 convolutions g, f and h reduce the channels to C/8 each; g times f transposed, through a softmax, gives the N × N attention map β; β times h, through the 1×1 convolution v, gives o with N × C again; o times the learned scalar γ is added to x. The β drawn is computed from the mean colours of the harbour’s nine patches.',
  },
};
