import type { Language } from '../language.ts';
import type { PartName, StageId, TextName } from './labPlan.layout.ts';

interface Strings {
  title: string;
  description: string;
  stages: Record<StageId, string>;
  data: Record<StageId, string>;
  parts: Record<PartName, readonly string[]>;
  texts: Record<TextName, string>;
  learns: string;
  frozen: string;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '四个训练阶段：每个阶段里什么在学、什么冻结、看到什么数据',
    description:
      '阶段 0a：图片经视觉编码器、描述经文本编码器各成一个向量，两者相比，两个编码器都在学。阶段 0b：语言模型读文字写成的事实和问题，学写回答，没有图片。阶段 1：图片经冻结的视觉编码器、正在学的连接模块、冻结的语言模型，变成描述。阶段 2：图片经冻结的视觉编码器和正在学的连接模块，与问题一起进入正在学的语言模型，变成回答。',
    stages: {
      contrast: '0a 对比',
      language: '0b 语言',
      alignment: '1 对齐',
      instruction: '2 指令',
    },
    data: {
      contrast: '图片与描述',
      language: '只有文字',
      alignment: '图片与描述',
      instruction: '图片、问题、回答',
    },
    parts: {
      encoder: ['视觉', '编码器'],
      textEncoder: ['文本', '编码器'],
      connector: ['连接', '模块'],
      model: ['语言', '模型'],
    },
    texts: { caption: '描述', facts: '事实', question: '问题', answer: '回答' },
    learns: '学习',
    frozen: '❄ 冻结',
  },
  en: {
    title:
      'The four stages of training: what learns in each, what is frozen, and what data it sees',
    description:
      'Stage 0a: the vision encoder makes one vector of the picture, the text encoder one of the caption; the two are compared, and both encoders learn. Stage 0b: the language model reads facts as text and a question and learns to write the answer; there is no picture. Stage 1: the picture passes the frozen vision encoder, the learning connector and the frozen language model and becomes a caption. Stage 2: the picture passes the frozen vision encoder and the learning connector, enters the learning language model together with a question, and becomes an answer.',
    stages: {
      contrast: '0a Contrast',
      language: '0b Language',
      alignment: '1 Alignment',
      instruction: '2 Instructions',
    },
    data: {
      contrast: 'pictures and captions',
      language: 'text only',
      alignment: 'pictures and captions',
      instruction: 'pictures, questions, answers',
    },
    parts: {
      encoder: ['vision', 'encoder'],
      textEncoder: ['text', 'encoder'],
      connector: ['connector'],
      model: ['language', 'model'],
    },
    texts: { caption: 'caption', facts: 'facts', question: 'question', answer: 'answer' },
    learns: 'learns',
    frozen: '❄ frozen',
  },
};
