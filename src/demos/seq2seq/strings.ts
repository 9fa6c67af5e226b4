import type { Language } from '../../language.ts';
import { decimal, percent } from '../../ui/numberText.ts';
import { answerText, describe, questionText } from '../../world/language/readerText.ts';
import type { OpenQuestion, YesNoQuestion } from '../../world/question.ts';
import type { WorldObject } from '../../world/scene.ts';
import type { TokenKind } from '../../world/sequence/unified.ts';
import { SEQUENCE_WORLD } from '../sequenceModel.ts';
import type { Derived } from './derive.ts';
import type { Asked } from './state.ts';

export interface Strings {
  title: string;
  tryThis: string;
  asks: string;
  asked: Record<Asked, string>;
  object: string;
  objectName: (object: WorldObject) => string;
  question: string;
  questionText: (question: OpenQuestion | YesNoQuestion) => string;
  instruction: string;
  emptyPicture: string;
  writes: string;
  play: string;
  end: string;
  noEnd: string;
  wrong: string;
  verdict: (derived: Derived) => string;
  stepHeading: (derived: Derived) => string;
  looks: (derived: Derived) => string;
  picture: (derived: Derived) => string;
  percent: (share: number) => string;
  vocabulary: (derived: Derived) => string;
  kinds: Record<TokenKind, string>;
  count: (count: number) => string;
  ours: string;
  ofa: string;
  quantise: string;
  bins: string;
  edges: readonly [string, string, string, string];
  edgeColumns: readonly [string, string, string, string, string];
  pixels: (value: number) => string;
  bound: (derived: Derived) => string;
  table: { caption: string; columns: string[]; probability: string; error: string };
}

const fixed = (value: number, digits = 2) => decimal(value, digits);

const texts = (language: Language) => ({
  objectName: (object: WorldObject) =>
    describe(SEQUENCE_WORLD, { colour: object.colour, shape: object.shape }, language),
  questionText: (question: OpenQuestion | YesNoQuestion) =>
    questionText(SEQUENCE_WORLD, question, language),
  percent,
  count: (count: number) => count.toLocaleString('en'),
  pixels: (value: number) => fixed(value),
});

const words = (list: readonly string[], language: Language) =>
  list.some((word) => word.startsWith('<'))
    ? list.join(' ')
    : answerText(SEQUENCE_WORLD, list, language);

export const strings: Record<Language, Strings> = {
  zh: {
    ...texts('zh'),
    title: '一张词表：同一组权重，写描述、答题还是画框，全凭指令',
    tryThis: '先让它框出红色圆形，再换一条指令：权重没有变，写出来的词元却换了一类。',
    asks: '指令',
    asked: {
      region: '它在哪个区域？',
      caption: '描述图片',
      question: '回答问题',
      inRegion: '这个区域里是什么？',
      match: '图文相符吗？（对的描述）',
      nearMiss: '图文相符吗？（错一处）',
      before: '它从哪里来？',
      intent: '它要做什么？',
      after: '它将在哪里？',
      draw: '按描述画图',
    },
    object: '它是',
    question: '问题',
    instruction: '编码器读到：图像块，加上指令',
    emptyPicture: '（空白图片）',
    writes: '解码器写出',
    play: '一步一步写',
    end: '结束',
    noEnd: '（没有写完）',
    wrong: '错',
    verdict: ({ verdict, right, iou }) => {
      if (verdict === 'none') return '场景里不止一个物体长这样，没有唯一的正确答案。';
      if (iou !== undefined) {
        return `${verdict === 'right' ? '✓ 框中了' : '✗ 没框中'}：与真实的框的 IoU 为 ${fixed(iou)}。`;
      }
      return verdict === 'right' ? '✓ 对。' : `✗ 错。正确的是：${words(right ?? [], 'zh')}`;
    },
    stepHeading: ({ step, stepCount }) =>
      `第 ${step + 1} 步（共 ${stepCount} 步）：下一个词元的概率`,
    looks: ({ imageShare }) => `这一步有 ${(100 * imageShare).toFixed(0)}% 的注意力落在图像块上。`,
    picture: ({ box, drawn }) =>
      drawn
        ? '图像编码所画的图'
        : box
          ? '写出的框（实线）与真实的框（虚线），底色是注意力'
          : '这一步看哪里：越亮越多',
    vocabulary: ({ size }) => `输入和输出共用的词表：${size} 个词元`,
    kinds: { text: '文字', code: '图像编码', bin: '位置' },
    ours: '这个模型',
    ofa: 'OFA',
    quantise: '框怎样变成词元',
    bins: '位置词元的个数',
    edges: ['左', '上', '右', '下'],
    edgeColumns: ['边', '像素', '词元', '还原', '误差'],
    bound: ({ worst, largestError, ofaError, ofaPixels }) =>
      `最大误差 ${fixed(worst)} 像素，不超过半格 ${fixed(largestError)} 像素。OFA 的 1000 格铺在 ${ofaPixels} 像素上，半格是 ${fixed(ofaError, 4)} 像素。`,
    table: {
      caption: '指令、写出的词元与概率',
      columns: ['量', '值'],
      probability: '概率',
      error: '误差（像素）',
    },
  },
  en: {
    ...texts('en'),
    title: 'One vocabulary: the same weights write a caption, an answer or a box',
    tryThis:
      'Let it find the red circle, then give another instruction: the weights stay, the kind of token it writes changes.',
    asks: 'Instruction',
    asked: {
      region: 'Which region is it in?',
      caption: 'Describe the picture',
      question: 'Answer a question',
      inRegion: 'What is in this region?',
      match: 'Does the text match? (a right caption)',
      nearMiss: 'Does the text match? (one thing wrong)',
      before: 'Where was it before?',
      intent: 'What is it about to do?',
      after: 'Where will it be?',
      draw: 'Draw from a caption',
    },
    object: 'It is the',
    question: 'Question',
    instruction: 'The encoder reads: image patches and the instruction',
    emptyPicture: '(an empty picture)',
    writes: 'The decoder writes',
    play: 'Write step by step',
    end: 'end',
    noEnd: '(not finished)',
    wrong: 'wrong',
    verdict: ({ verdict, right, iou }) => {
      if (verdict === 'none')
        return 'More than one object looks like this: there is no single right answer.';
      if (iou !== undefined) {
        return `${verdict === 'right' ? '✓ Found' : '✗ Missed'}: IoU with the true box is ${fixed(iou)}.`;
      }
      return verdict === 'right'
        ? '✓ Right.'
        : `✗ Wrong. Right would be: ${words(right ?? [], 'en')}`;
    },
    stepHeading: ({ step, stepCount }) =>
      `Step ${step + 1} of ${stepCount}: probabilities of the next token`,
    looks: ({ imageShare }) =>
      `${(100 * imageShare).toFixed(0)}% of this step’s attention lies on image patches.`,
    picture: ({ box, drawn }) =>
      drawn
        ? 'The picture that the image codes draw'
        : box
          ? 'The box it wrote (solid), the true one (dashed), over the attention'
          : 'Where this step looks: the brighter, the more',
    vocabulary: ({ size }) => `One vocabulary for input and output: ${size} tokens`,
    kinds: { text: 'text', code: 'image codes', bin: 'locations' },
    ours: 'this model',
    ofa: 'OFA',
    quantise: 'How a box becomes tokens',
    bins: 'Number of location tokens',
    edges: ['left', 'top', 'right', 'bottom'],
    edgeColumns: ['edge', 'pixels', 'bin', 'back', 'error'],
    bound: ({ worst, largestError, ofaError, ofaPixels }) =>
      `The largest error is ${fixed(worst)} px, never above half a bin, ${fixed(largestError)} px. OFA’s 1000 bins over ${ofaPixels} px: half a bin is ${fixed(ofaError, 4)} px.`,
    table: {
      caption: 'Instruction, tokens written and probabilities',
      columns: ['quantity', 'value'],
      probability: 'probability',
      error: 'error in pixels',
    },
  },
};
