import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: (examples: readonly { input: string; output: string }[], regions: number) => string;
  tokens: (regions: number) => readonly string[];
  model: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'VL-T5 的输入和输出',
    description: (examples, regions) =>
      `检测器从图像里取出 ${regions} 个区域，每个成为一个词元，与文字一起输入同一个编码器—解码器。${examples
        .map(({ input, output }) => `输入“${input}”，输出“${output}”。`)
        .join('')}`,
    tokens: (regions) => [`${regions} 个区域，`, '每个一个词元'],
    model: '编码器 → 解码器：三个任务，同一组权重',
  },
  en: {
    title: 'What VL-T5 reads and writes',
    description: (examples, regions) =>
      `A detector takes ${regions} regions from the image; each becomes a token, and goes with the text into one encoder–decoder. ${examples
        .map(({ input, output }) => `The input “${input}” gives “${output}”.`)
        .join(' ')}`,
    tokens: (regions) => [`${regions} regions,`, 'a token each'],
    model: 'encoder → decoder: three tasks, the same weights',
  },
};
