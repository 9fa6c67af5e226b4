import type { Language } from '../language.ts';
import type { EncoderDecoderNames } from './encoderDecoder.layout.ts';

interface Strings {
  title: string;
  description: string;
  encoder: string;
  decoder: string;
  names: EncoderDecoderNames;
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '2017 年的 Transformer：编码器与解码器',
    description:
      '左边的编码器读入源句，每层是自注意力和前馈网络；右边的解码器读入已经写出的词，每层是带掩码的自注意力、交叉注意力和前馈网络。交叉注意力的 Q 来自解码器，K 和 V 来自编码器的输出。每个子层之后是残差相加和层归一化。最后经线性层和 softmax 得到下一个词。',
    encoder: '编码器 $×N$',
    decoder: '解码器 $×N$',
    names: {
      embedding: ['嵌入 + 位置编码'],
      selfAttention: ['自注意力'],
      maskedAttention: ['带掩码的自注意力'],
      crossAttention: ['交叉注意力'],
      mlp: ['前馈网络'],
      norm: '相加与归一化',
      head: '线性层、softmax',
    },
  },
  en: {
    title: 'The Transformer of 2017: encoder and decoder',
    description:
      'The encoder, left, reads the source sentence; each layer has self-attention and a feed-forward network. The decoder, right, reads the words written so far; each layer has masked self-attention, cross-attention and a feed-forward network. In cross-attention Q comes from the decoder, K and V from the encoder’s output. Every sublayer is followed by the residual addition and a layer normalisation. A linear layer and a softmax give the next word.',
    encoder: 'encoder $×N$',
    decoder: 'decoder $×N$',
    names: {
      embedding: ['embedding', '+ position'],
      selfAttention: ['self-attention'],
      maskedAttention: ['masked', 'self-attention'],
      crossAttention: ['cross-attention'],
      mlp: ['feed-forward'],
      norm: 'add & norm',
      head: 'linear, softmax',
    },
  },
};
