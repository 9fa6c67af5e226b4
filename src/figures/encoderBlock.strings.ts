import type { Language } from '../language.ts';
import type { EncoderBlockNames } from './encoderBlock.layout.ts';

interface Strings {
  title: string;
  description: string;
  names: EncoderBlockNames;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '编码器块',
    description:
      '主线是残差流。第一条支路经层归一化和多头自注意力，加回主线；第二条支路经层归一化和多层感知机 MLP，再加回主线。归一化在每条支路的开头。',
    names: { norm: '层归一化', attention: '多头自注意力', mlp: 'MLP' },
  },
  en: {
    title: 'The encoder block',
    description:
      'The main line is the residual stream. The first branch goes through layer normalisation and multi-head self-attention and is added back; the second goes through layer normalisation and the MLP and is added back. Each branch begins with its normalisation.',
    names: { norm: 'layer norm', attention: 'multi-head attention', mlp: 'MLP' },
  },
};
