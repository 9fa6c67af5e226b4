import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: (result: string) => string;
  input: string;
  kernel: string;
  output: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '卷积的一步',
    description: (result) =>
      `3×3 的卷积核放在 5×5 输入的一个窗口上，对应的数相乘再相加，得到 3×3 输出中的一个数 ${result}。卷积核滑过所有位置，就得到整个输出。`,
    input: '输入 $X$',
    kernel: '卷积核 $K$',
    output: '输出 $Y$',
  },
  en: {
    title: 'One step of a convolution',
    description: (result) =>
      `A 3×3 kernel lies on a window of the 5×5 input; the numbers that meet are multiplied and the products added: one number, ${result}, of the 3×3 output. Sliding the kernel over all positions gives the whole output.`,
    input: 'input $X$',
    kernel: 'kernel $K$',
    output: 'output $Y$',
  },
};
