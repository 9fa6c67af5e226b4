import type { Language } from '../language.ts';

interface Strings {
  title: string;
  description: string;
  prefix: string;
  text: string;
  reads: string;
  isRead: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '前缀语言模型的掩码',
    description:
      '方阵的行是正在读的词元，列是被读的词元。前缀的各行看得见整个前缀，看不见文本；文本的各行看得见整个前缀，以及自己和自己之前的文本。',
    prefix: '前缀',
    text: '文本',
    reads: '谁在读',
    isRead: '读谁',
  },
  en: {
    title: 'The mask of a prefix language model',
    description:
      'A square whose rows are the tokens that read and whose columns are those that are read. Rows of the prefix see the whole prefix and no text; rows of the text see the whole prefix, and the text up to themselves.',
    prefix: 'prefix',
    text: 'text',
    reads: 'reads',
    isRead: 'is read',
  },
};
