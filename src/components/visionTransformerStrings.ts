import type { Language } from '../language.ts';

interface Strings {
  models: {
    caption: string;
    model: string;
    layers: string;
    width: string;
    mlpWidth: string;
    heads: string;
    patch: string;
    tokens: string;
    parameters: string;
    operations: string;
  };
  breakdown: {
    caption: (model: string) => string;
    part: string;
    formula: string;
    parameters: string;
    share: string;
    patchEmbedding: string;
    classToken: string;
    positionEmbedding: string;
    norms: string;
    queryKeyValue: string;
    attentionOutput: string;
    mlp: string;
    block: string;
    blocks: (layers: number) => string;
    finalNorm: string;
    backbone: string;
    head: string;
    total: string;
  };
}

/** The texts of the two tables of the chapter on ViT. */
export const VISION_TRANSFORMER_STRINGS: Record<Language, Strings> = {
  zh: {
    models: {
      caption: '224×224 图像、1000 类线性分类头；一次乘加计作 2 次运算',
      model: '模型',
      layers: '层数 L',
      width: '维度 D',
      mlpWidth: 'MLP 宽度',
      heads: '头数 h',
      patch: '块边长 P',
      tokens: '词元 N+1',
      parameters: '参数量',
      operations: '运算量',
    },
    breakdown: {
      caption: (model) => `${model} 的参数分布（M 为 MLP 宽度，K 为类别数，均含偏置）`,
      part: '部分',
      formula: '算式',
      parameters: '参数量',
      share: '占比',
      patchEmbedding: '图像块线性投影',
      classToken: '类别词元',
      positionEmbedding: '位置嵌入',
      norms: '两个层归一化',
      queryKeyValue: 'Q、K、V 投影',
      attentionOutput: '输出投影',
      mlp: 'MLP',
      block: '一个编码器块',
      blocks: (layers) => `${layers} 个编码器块`,
      finalNorm: '最后的层归一化',
      backbone: '主干合计',
      head: '分类头',
      total: '总计',
    },
  },
  en: {
    models: {
      caption:
        'At 224×224 pixels with a linear head for 1000 classes; a multiply-add counts as 2 operations',
      model: 'Model',
      layers: 'Layers L',
      width: 'Width D',
      mlpWidth: 'MLP width',
      heads: 'Heads h',
      patch: 'Patch P',
      tokens: 'Tokens N+1',
      parameters: 'Parameters',
      operations: 'Operations',
    },
    breakdown: {
      caption: (model) =>
        `Where the parameters of ${model} sit (M the MLP width, K the classes, biases included)`,
      part: 'Part',
      formula: 'Formula',
      parameters: 'Parameters',
      share: 'Share',
      patchEmbedding: 'Patch projection',
      classToken: 'Class token',
      positionEmbedding: 'Position embedding',
      norms: 'Two layer norms',
      queryKeyValue: 'Q, K, V projections',
      attentionOutput: 'Output projection',
      mlp: 'MLP',
      block: 'One encoder block',
      blocks: (layers) => `${layers} encoder blocks`,
      finalNorm: 'Final layer norm',
      backbone: 'Backbone',
      head: 'Classification head',
      total: 'Total',
    },
  },
};
