import type { Language } from '../language.ts';
import type { Method, RunDescription } from '../train/description.ts';
import type { TaskId } from '../train/tasks.ts';
import type { Category } from '../world/ask.ts';
import type { Split } from '../world/split.ts';
import type { ModelName } from './labModels.ts';
import { connectorOf, tuningOf } from './ownModelNames.ts';

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
  zh: {
    'align-mlp': '第一阶段，MLP',
    'instruct-mlp': '第二阶段，MLP',
    'instruct-linear': '第二阶段，线性',
    'instruct-qFormer': '第二阶段，Q-Former',
    'instruct-perceiver': '第二阶段，Perceiver',
    mine: '我的模型',
  },
  en: {
    'align-mlp': 'stage 1, MLP',
    'instruct-mlp': 'stage 2, MLP',
    'instruct-linear': 'stage 2, linear',
    'instruct-qFormer': 'stage 2, Q-Former',
    'instruct-perceiver': 'stage 2, Perceiver',
    mine: 'mine',
  },
};

/** How a finished model is adapted, and to what. */
export const TUNING_LABELS: Record<
  Language,
  { method: Record<Method, string>; task: Record<TaskId, string> }
> = {
  zh: {
    method: {
      lora: 'LoRA',
      adapter: '瓶颈适配器',
      softPrompt: '软提示',
      connector: '只训连接模块',
      decoder: '整个语言模型',
    },
    task: { colours: '颜色改名', style: '换一种答法' },
  },
  en: {
    method: {
      lora: 'LoRA',
      adapter: 'adapter',
      softPrompt: 'soft prompt',
      connector: 'connector only',
      decoder: 'whole language model',
    },
    task: { colours: 'rename the colours', style: 'answer in another style' },
  },
};

type ConnectorKind = RunDescription['connector'];

export const CONNECTOR_LABELS: Record<Language, Record<ConnectorKind, string>> = {
  zh: { linear: '线性', mlp: 'MLP', qFormer: 'Q-Former', perceiver: 'Perceiver' },
  en: { linear: 'linear', mlp: 'MLP', qFormer: 'Q-Former', perceiver: 'Perceiver' },
};

const OWN_PARTS = {
  zh: {
    clip: '视觉编码器',
    language: '语言模型',
    align: (connector: string) => `第一阶段，${connector}`,
    instruct: (connector: string) => `第二阶段，${connector}`,
    tuned: (method: string, task: string) => `${method}，${task}`,
  },
  en: {
    clip: 'vision encoder',
    language: 'language model',
    align: (connector: string) => `stage 1, ${connector}`,
    instruct: (connector: string) => `stage 2, ${connector}`,
    tuned: (method: string, task: string) => `${method}, ${task}`,
  },
};

/** What a model of the reader's own, kept under a name (`modelName`), is called. */
export function ownModelLabel(name: string, language: Language): string {
  const parts = OWN_PARTS[language];
  if (name === 'clip' || name === 'language') return parts[name];
  const tuning = tuningOf(name);
  if (tuning) {
    const { method, task } = TUNING_LABELS[language];
    return parts.tuned(method[tuning.method], task[tuning.task]);
  }
  const connector = CONNECTOR_LABELS[language][connectorOf(name)];
  return name.startsWith('align-') ? parts.align(connector) : parts.instruct(connector);
}

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
