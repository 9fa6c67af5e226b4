import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: (patches: number) => string;
  patches: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '输入序列',
    description: (patches) =>
      `第一行是类别词元和 ${patches} 个图像块的嵌入，第二行是从 0 到 ${patches} 的位置嵌入，各是 D 维向量；逐个相加，得到 z_0，形状为 (N + 1) × D。`,
    patches: '图像块',
  },
  en: {
    title: 'The input sequence',
    description: (patches) =>
      `The first row has the class token and the embeddings of ${patches} patches, the second the position embeddings 0 to ${patches}, each a vector of D numbers. Added one by one they give z_0, of shape (N + 1) × D.`,
    patches: 'patches',
  },
};
