import type { Language } from '../language.ts';

interface Strings {
  convolution: (layers: number, kernel: number) => string;
  attention: string;
  input: string;
  output: string;
  layer: (layer: number) => string;
  cells: (count: number) => string;
  convolutionDescription: (counts: readonly number[]) => string;
  attentionDescription: (count: number) => string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    convolution: (layers, kernel) => `${layers} 层 ${kernel}×${kernel} 卷积`,
    attention: '1 层自注意力',
    input: '输入',
    output: '输出',
    layer: (layer) => `第 ${layer} 层`,
    cells: (count) => `${count} 格`,
    convolutionDescription: (counts) =>
      `沿一个方向看：顶层的一个输出，往下每过一层卷积，依次取决于 ${counts.join('、')} 格。`,
    attentionDescription: (count) => `顶层的一个输出经过一层自注意力就取决于全部 ${count} 格输入。`,
  },
  en: {
    convolution: (layers, kernel) => `${layers} layers of ${kernel}×${kernel} convolution`,
    attention: '1 layer of self-attention',
    input: 'input',
    output: 'output',
    layer: (layer) => `layer ${layer}`,
    cells: (count) => (count === 1 ? '1 cell' : `${count} cells`),
    convolutionDescription: (counts) =>
      `Along one axis: one output at the top depends on ${counts.join(', ')} cells, one convolution after the other on the way down.`,
    attentionDescription: (count) =>
      `One output at the top depends on all ${count} input cells after a single layer of self-attention.`,
  },
};
