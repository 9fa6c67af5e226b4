import type { Language } from '../language.ts';

export interface Strings {
  title: string;
  description: (pairs: number) => string;
  textEncoder: string;
  imageEncoder: readonly string[];
  matrix: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'CLIP 的两座塔',
    description: (pairs) =>
      `${pairs} 段描述经文本编码器各得一个单位向量，${pairs} 幅图像经图像编码器各得一个单位向量；两两的余弦排成 ${pairs}×${pairs} 矩阵，对角线上是正样本对，余弦最大。`,
    textEncoder: '文本编码器',
    imageEncoder: ['图像', '编码器'],
    matrix: '余弦 $u_i v_j$',
  },
  en: {
    title: 'The two towers of CLIP',
    description: (pairs) =>
      `${pairs} captions pass the text encoder and ${pairs} pictures the image encoder; each becomes a unit vector. The cosines of all with all make a matrix of ${pairs} by ${pairs}, largest on the diagonal, where the positive pairs are.`,
    textEncoder: 'text encoder',
    imageEncoder: ['image', 'encoder'],
    matrix: 'cosines $u_i v_j$',
  },
};
