import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
  convolution: string;
  identity: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '残差块',
    description:
      '支路 F(x) 由 3×3 卷积、ReLU、3×3 卷积组成；主线是不经变换的 x。两者相加，再经 ReLU。归一化没有画出。',
    convolution: '3×3 卷积',
    identity: '恒等映射',
  },
  en: {
    title: 'The residual block',
    description:
      'The branch F(x) is a 3×3 convolution, a ReLU and another 3×3 convolution; the main line is x, unchanged. The two are added and go through a ReLU. Normalisation is not drawn.',
    convolution: '3×3 conv',
    identity: 'identity',
  },
};
