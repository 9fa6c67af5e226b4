import type { Language } from '../language.ts';
import type { Category } from '../world/ask.ts';
import type { Split } from '../world/split.ts';
import type { ModelName } from './labModels.ts';

/** What a question can be about, and a caption. */
export type CategoryName = Category | 'caption';

/** Names that the demos of chapter `lab` share. */
export const CATEGORY_NAMES: Record<Language, Record<CategoryName, string>> = {
  zh: {
    existence: '存在',
    count: '数量',
    colour: '颜色',
    position: '位置',
    size: '大小',
    motion: '运动',
    shape: '形状',
    caption: '描述',
  },
  en: {
    existence: 'existence',
    count: 'count',
    colour: 'colour',
    position: 'position',
    size: 'size',
    motion: 'motion',
    shape: 'shape',
    caption: 'caption',
  },
};

/** The models that can be asked and examined. */
export const MODEL_LABELS: Record<Language, Record<ModelName, string>> = {
  zh: { 'align-mlp': '第一阶段之后', 'instruct-mlp': '第二阶段之后', mine: '我的模型' },
  en: { 'align-mlp': 'after stage 1', 'instruct-mlp': 'after stage 2', mine: 'mine' },
};

/** What it means for an answer that a layout is in a split. */
export const SPLIT_NOTES: Record<Language, Record<Split, string>> = {
  zh: {
    train: '训练集里的布局：模型可能见过它。',
    validation: '验证集里的布局：训练没有用过它。',
    test: '测试集里的布局：训练从未见过它。',
  },
  en: {
    train: 'A layout of the training set: the model may have seen it.',
    validation: 'A layout of the validation set: not trained on.',
    test: 'A layout of the test set: never seen in training.',
  },
};
