import type { Language } from '../../language.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { questionWords } from '../../world/modelText.ts';
import type { Question } from '../../world/question.ts';
import type { Split } from '../../world/split.ts';
import { answerText, captionText, questionText } from '../../world/language/readerText.ts';
import { CATEGORY_NAMES, type CategoryName } from '../labStrings.ts';
import type { Derived } from './derive.ts';
import type { RENDERINGS, WORDINGS } from './state.ts';

export interface Strings {
  title: string;
  tryThis: string;
  composed: string;
  pixels: string;
  pixelsNote: (derived: Derived) => string;
  nextScene: string;
  rendering: string;
  renderings: Record<(typeof RENDERINGS)[number], string>;
  split: string;
  splits: Record<Split, string>;
  splitNote: Record<Split, string>;
  layouts: (derived: Derived) => string;
  caption: string;
  captionText: (derived: Derived) => string;
  captionTokens: (derived: Derived) => string;
  wording: string;
  wordings: Record<(typeof WORDINGS)[number], string>;
  nextQuestions: string;
  kinds: Record<'pairs' | 'open' | 'choices', string>;
  categories: Record<CategoryName, string>;
  question: (question: Question) => string;
  words: (question: Question) => string[];
  answer: (words: readonly string[]) => string;
  yes: string;
  no: string;
  none: string;
  table: { caption: string; columns: string[] };
}

const texts = (language: Language) => ({
  captionText: ({ scene }: Derived) => captionText(SMALL_WORLD, scene, language),
  question: (question: Question) => questionText(SMALL_WORLD, question, language),
  words: (question: Question) => questionWords(SMALL_WORLD, question),
  answer: (words: readonly string[]) => answerText(SMALL_WORLD, words, language),
  categories: CATEGORY_NAMES[language],
});

export const strings: Record<Language, Strings> = {
  zh: {
    ...texts('zh'),
    title: '玩具世界：模型得到什么',
    tryThis:
      '点一个格子，换掉里面的物体。看描述、问题和答案怎样跟着变，再看这个布局落在哪一份数据里。',
    composed: '你搭的场景',
    pixels: '模型看到的图片',
    pixelsNote: ({ pixels }) =>
      `${pixels.height}×${pixels.width} 像素，每像素 ${pixels.channels} 个数`,
    nextScene: '换一个随机场景',
    rendering: '图片',
    renderings: { plain: '端正', training: '有偏移和噪声' },
    split: '这个布局属于',
    splits: { train: '训练集', validation: '验证集', test: '测试集' },
    splitNote: {
      train: '模型可以从它学习。',
      validation: '只用来挑选训练设置。',
      test: '任何训练都没有见过它，只用来考试。',
    },
    layouts: ({ layouts }) =>
      `全部 ${layouts.toLocaleString('zh-CN')} 种布局按散列分成 80%、10%、10%。`,
    caption: '描述',
    captionTokens: ({ caption }) => `模型的 ${caption.length} 个词元，下面的数是词表里的编号`,
    wording: '问题写成',
    wordings: { reader: '中文', model: '模型的词元' },
    nextQuestions: '换一批问题',
    kinds: { pairs: '是非题，成对', open: '开放题', choices: '四选一' },
    yes: '是',
    no: '否',
    none: '这个场景问不出这样的题',
    table: { caption: '从这个场景生成的问题', columns: ['题型', '内容', '问题', '答案'] },
  },
  en: {
    ...texts('en'),
    title: 'The toy world: what the model is given',
    tryThis:
      'Pick a cell and change what is in it. Watch caption, questions and answers follow, and see which part of the data this layout falls into.',
    composed: 'The scene you compose',
    pixels: 'The picture the model gets',
    pixelsNote: ({ pixels }) =>
      `${pixels.height}×${pixels.width} pixels of ${pixels.channels} numbers`,
    nextScene: 'Another random scene',
    rendering: 'Picture',
    renderings: { plain: 'tidy', training: 'moved, noisy' },
    split: 'This layout is in the',
    splits: { train: 'training set', validation: 'validation set', test: 'test set' },
    splitNote: {
      train: 'Models may learn from it.',
      validation: 'Only used to choose settings.',
      test: 'No training has ever seen it; it is for examinations.',
    },
    layouts: ({ layouts }) =>
      `A hash divides all ${layouts.toLocaleString('en')} layouts into 80%, 10% and 10%.`,
    caption: 'Caption',
    captionTokens: ({ caption }) =>
      `${caption.length} tokens of the model, with their numbers in its vocabulary`,
    wording: 'Questions in',
    wordings: { reader: 'English', model: 'the model’s tokens' },
    nextQuestions: 'Other questions',
    kinds: { pairs: 'Yes or no, in pairs', open: 'Open', choices: 'One of four' },
    yes: 'yes',
    no: 'no',
    none: 'this scene allows none',
    table: {
      caption: 'Questions made from this scene',
      columns: ['kind', 'about', 'question', 'answer'],
    },
  },
};
