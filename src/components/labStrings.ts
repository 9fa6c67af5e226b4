import type { Language } from '../language.ts';
import type { Category, ConnectorKind, EXAMINEES, Part } from './labNumbers.ts';

/** The stages as the chapter's table names them. */
export type StageName = 'contrast' | 'language' | 'alignment' | 'instruction';

interface Strings {
  stages: {
    caption: string;
    stage: string;
    learns: string;
    parameters: string;
    steps: string;
    batch: string;
    loss: string;
    names: Record<StageName, string>;
    parts: Record<StageName, string>;
  };
  connectors: {
    caption: string;
    connector: string;
    from: string;
    tokens: string;
    parameters: string;
    captions: string;
    yesNo: string;
    circular: string;
    names: Record<ConnectorKind, string>;
    origins: Record<ConnectorKind, string>;
  };
  answers: {
    caption: string;
    question: string;
    stages: readonly [string, string];
    right: string;
    wrong: string;
  };
  scores: {
    caption: (scenes: number) => string;
    examinee: string;
    parts: Record<Part, string>;
    names: Record<(typeof EXAMINEES)[number], string>;
    byCategory: string;
    categories: Record<Category, string>;
  };
}

export const LAB_STRINGS: Record<Language, Strings> = {
  zh: {
    stages: {
      caption: '随书发布的模型各阶段怎样训练（取自检查点文件）',
      stage: '阶段',
      learns: '在学的部分',
      parameters: '在学的参数',
      steps: '步数',
      batch: '每批行数',
      loss: '损失，开头 → 结尾',
      names: {
        contrast: '0a 对比',
        language: '0b 语言',
        alignment: '1 对齐',
        instruction: '2 指令',
      },
      parts: {
        contrast: '两个编码器',
        language: '语言模型',
        alignment: '连接模块',
        instruction: '连接模块和语言模型',
      },
    },
    connectors: {
      caption: '四种连接模块（参数按检查点文件计数）',
      connector: '连接模块',
      from: '出自',
      tokens: '输出词元数',
      parameters: '参数',
      captions: '第一阶段后描述全对',
      yesNo: '第二阶段后是非题',
      circular: '第二阶段后循环',
      names: { linear: '线性', mlp: '两层 MLP', qFormer: 'Q-Former', perceiver: 'Perceiver' },
      origins: {
        linear: 'LLaVA',
        mlp: 'LLaVA-1.5',
        qFormer: 'BLIP-2',
        perceiver: 'Flamingo',
      },
    },
    answers: {
      caption: '同一个场景（图中的红圆和蓝方），同样的问题',
      question: '问题',
      stages: ['第一阶段之后', '第二阶段之后'],
      right: '✓',
      wrong: '✗',
    },
    scores: {
      caption: (scenes) => `${scenes} 个从未见过的布局上的成绩，± 后面是标准误`,
      examinee: '考生',
      parts: {
        yesNo: '是非题 acc',
        yesNoPairs: 'acc+',
        choice: '四选一',
        circular: '循环',
        open: '开放题',
        captions: '描述全对',
      },
      names: {
        guessing: '随机猜',
        language: '阶段 0b 之后，读文字',
        'align-mlp': '第一阶段之后，看图',
        'instruct-mlp': '第二阶段之后，看图',
      },
      byCategory: '是非题的准确率，按类别',
      categories: { existence: '存在', count: '数量', colour: '颜色', position: '位置' },
    },
  },
  en: {
    stages: {
      caption: 'How each stage of the published model was trained (from the checkpoint files)',
      stage: 'Stage',
      learns: 'What learns',
      parameters: 'Parameters that learn',
      steps: 'Steps',
      batch: 'Rows a batch',
      loss: 'Loss, start → end',
      names: {
        contrast: '0a Contrast',
        language: '0b Language',
        alignment: '1 Alignment',
        instruction: '2 Instructions',
      },
      parts: {
        contrast: 'both encoders',
        language: 'language model',
        alignment: 'connector',
        instruction: 'connector, language model',
      },
    },
    connectors: {
      caption: 'The four connectors (parameters counted in the checkpoint files)',
      connector: 'Connector',
      from: 'From',
      tokens: 'Tokens out',
      parameters: 'Parameters',
      captions: 'Captions right after stage 1',
      yesNo: 'Yes/no after stage 2',
      circular: 'Circular after stage 2',
      names: {
        linear: 'Linear',
        mlp: 'Two-layer MLP',
        qFormer: 'Q-Former',
        perceiver: 'Perceiver',
      },
      origins: {
        linear: 'LLaVA',
        mlp: 'LLaVA-1.5',
        qFormer: 'BLIP-2',
        perceiver: 'Flamingo',
      },
    },
    answers: {
      caption: 'One scene (the red circle and blue square of the figure), the same questions',
      question: 'Question',
      stages: ['After stage 1', 'After stage 2'],
      right: '✓',
      wrong: '✗',
    },
    scores: {
      caption: (scenes) => `Scores on ${scenes} scenes of unseen layouts, ± one standard error`,
      examinee: 'Examinee',
      parts: {
        yesNo: 'Yes/no acc',
        yesNoPairs: 'acc+',
        choice: 'Choice',
        circular: 'Circular',
        open: 'Open',
        captions: 'Captions right',
      },
      names: {
        guessing: 'Guessing',
        language: 'After 0b, facts as text',
        'align-mlp': 'After stage 1, picture',
        'instruct-mlp': 'After stage 2, picture',
      },
      byCategory: 'Yes/no questions answered rightly, by category',
      categories: {
        existence: 'Existence',
        count: 'Number',
        colour: 'Colour',
        position: 'Position',
      },
    },
  },
};
