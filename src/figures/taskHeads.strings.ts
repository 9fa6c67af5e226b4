import type { Language } from '../language.ts';

interface Panel {
  title: string;
  description: string;
  input: readonly string[];
  backbone: string;
}

interface Strings {
  heads: Panel & { heads: readonly string[]; outputs: readonly string[] };
  sequence: Panel & { output: readonly string[]; note: string };
}

export const strings: Record<Language, Strings> = {
  zh: {
    heads: {
      title: '一个任务一个头',
      description:
        '图像词元和文字进入共用的主干，上面接三个头：问答头给出类别，检索头给出分数，定位头给出区域。',
      input: ['什么', '颜色'],
      backbone: '共用的主干',
      heads: ['问答头', '检索头', '定位头'],
      outputs: ['类别', '分数', '区域'],
    },
    sequence: {
      title: '一个序列模型',
      description:
        '图像词元和带任务说明的文字进入编码器—解码器，写出一个序列；不论什么任务，都是同样的词元。',
      input: ['任务', '什么', '颜色'],
      backbone: '编码器 → 解码器',
      output: ['红色', '⟨end⟩'],
      note: '别的任务：同样的词元',
    },
  },
  en: {
    heads: {
      title: 'A head for each task',
      description:
        'Image tokens and text go into a shared backbone with three heads: one for questions gives a class, one for retrieval a score, one for grounding a region.',
      input: ['which', 'color'],
      backbone: 'shared backbone',
      heads: ['questions', 'retrieval', 'grounding'],
      outputs: ['class', 'score', 'region'],
    },
    sequence: {
      title: 'One sequence model',
      description:
        'Image tokens and text that names the task go into an encoder–decoder, which writes a sequence; for every task it is made of the same tokens.',
      input: ['task', 'which', 'color'],
      backbone: 'encoder → decoder',
      output: ['red', '⟨end⟩'],
      note: 'other tasks: the same tokens',
    },
  },
};
