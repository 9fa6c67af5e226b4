import type { Language } from '../../language.ts';
import type { AnsweredItem, Score } from '../../train/examination.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { answerText, captionText, questionText } from '../../world/language/readerText.ts';
import { LETTERS } from '../../world/vocabulary.ts';
import type { Scene } from '../../world/scene.ts';
import { CATEGORY_NAMES, type CategoryName, ownModelLabel } from '../labStrings.ts';
import { type ItemPage, readQuestion } from './items.ts';
import type { Measure } from './report.ts';
import type { Examinee, KINDS } from './state.ts';

export interface Strings {
  title: string;
  tryThis: string;
  examinee: string;
  examinees: Record<Examinee, string>;
  own: string;
  ownName: (name: string) => string;
  scenes: string;
  sceneCount: (count: number) => string;
  seed: (seed: number) => string;
  nextSeed: string;
  start: string;
  stop: string;
  progress: (share: number) => string;
  waiting: (hasShipped: boolean) => string;
  preparing: string;
  stopped: string;
  noModel: string;
  done: (count: number) => string;
  groups: Record<'mme' | 'mmbench' | 'rest', string>;
  measures: Record<Measure, string>;
  meanings: Record<Measure, string>;
  categories: Record<CategoryName, string>;
  here: string;
  hereShort: string;
  oursShort: string;
  published: (scenes: number) => string;
  publishedBadge: string;
  guessing: string;
  notHere: string;
  noShipped: string;
  score: (score: Score) => string;
  plain: (share: number) => string;
  questions: string;
  preview: string;
  kind: string;
  kinds: Record<(typeof KINDS)[number], string>;
  onlyWrong: string;
  pageAt: (page: ItemPage) => string;
  previous: string;
  next: string;
  columns: string[];
  question: (item: AnsweredItem) => string;
  answer: (words: readonly string[]) => string;
  caption: (scene: Scene) => string;
  wrong: string;
  noItems: string;
  noAnswer: string;
  table: { caption: string; columns: string[] };
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const texts = (language: Language) => ({
  score: ({ value, standardError }: Score) =>
    `${(100 * value).toFixed(1)} ± ${(100 * standardError).toFixed(1)}%`,
  plain: percent,
  ownName: (name: string) => ownModelLabel(name, language),
  categories: CATEGORY_NAMES[language],
  question: ({ question: words }: AnsweredItem) => {
    const { question, options } = readQuestion(words);
    const text = question ? questionText(SMALL_WORLD, question, language) : words.join(' ');
    const shown = options.map(
      (option, index) => `${LETTERS[index]} ${answerText(SMALL_WORLD, [option], language)}`,
    );
    return [text, ...shown].join('  ');
  },
  answer: (words: readonly string[]) => answerText(SMALL_WORLD, words, language),
  caption: (scene: Scene) => captionText(SMALL_WORLD, scene, language),
});

export const strings: Record<Language, Strings> = {
  zh: {
    ...texts('zh'),
    title: '考一考：像 MME 和 MMBench 那样打分',
    tryThis:
      '按“开始考试”，让模型回答没有见过的布局上的几百道题。看准确率与 acc+、单次与循环评测各差多少，再翻翻它答错的题。',
    examinee: '考谁（我们的都在第二阶段之后）',
    examinees: {
      mlp: 'MLP',
      linear: '线性',
      qFormer: 'Q-Former',
      perceiver: 'Perceiver',
      mine: '我的模型',
    },
    own: '哪一个模型',
    scenes: '场景数',
    sceneCount: (count) => String(count),
    seed: (seed) => `试卷种子 ${seed}`,
    nextSeed: '换一份试卷',
    start: '开始考试',
    stop: '停止',
    progress: (share) => `已答 ${(100 * share).toFixed(0)}%`,
    waiting: (hasShipped) => `还没有考。${hasShipped ? '下面先列出我们自己那次考试的成绩。' : ''}`,
    preparing: '正在准备模型…',
    stopped: '已停止，没有成绩。',
    noModel: '你还没有训练过能回答问题的模型：先在上面训练一个。',
    done: (count) => `考完：${count} 道题，答案都在此处算出。`,
    groups: { mme: '像 MME：是非题成对', mmbench: '像 MMBench：四选一', rest: '其他' },
    measures: {
      yesNo: '准确率',
      yesNoPairs: 'acc+',
      choice: '单次',
      circular: '循环评测',
      open: '开放题',
      captions: '描述',
    },
    meanings: {
      yesNo: '是非题答对的比例',
      yesNoPairs: '一对两题都对的比例',
      choice: '选项只按原顺序问一次',
      circular: '选项轮转四次，四次都对才算对',
      open: '一个词的答案',
      captions: '整句每个词都对',
    },
    here: '此处考出',
    hereShort: '此处',
    oursShort: '我们的',
    published: (scenes) => `我们的成绩（${scenes} 个场景）`,
    publishedBadge: '我们训练，我们考',
    guessing: '乱猜',
    notHere: '—',
    noShipped: '这个模型没有我们的成绩。',
    questions: '逐题看',
    preview: '这样的试卷里的几道题。考完以后这里有模型的回答。',
    kind: '题型',
    kinds: {
      all: '全部',
      yesNo: '是非题',
      choice: '四选一（四次轮转）',
      open: '开放题',
      caption: '描述',
    },
    onlyWrong: '只看答错的',
    pageAt: ({ page, pages, count, wrong }) =>
      `第 ${page + 1} / ${pages} 页 · ${count} 题，答错 ${wrong} 题`,
    previous: '上一页',
    next: '下一页',
    columns: ['场景', '问题', '正确答案', '模型的回答'],
    wrong: '错',
    noItems: '没有这样的题。',
    noAnswer: '尚未回答',
    table: { caption: '我们的成绩与乱猜', columns: ['指标', '我们的成绩', '乱猜'] },
  },
  en: {
    ...texts('en'),
    title: 'Examine it, as MME and MMBench do',
    tryThis:
      'Press “Start the examination”: the model answers hundreds of questions about layouts it has never seen. See how far accuracy and acc+, one pass and circular evaluation lie apart; then leaf through its mistakes.',
    examinee: 'Whom (ours are all after stage 2)',
    examinees: {
      mlp: 'MLP',
      linear: 'linear',
      qFormer: 'Q-Former',
      perceiver: 'Perceiver',
      mine: 'my model',
    },
    own: 'Which one',
    scenes: 'Scenes',
    sceneCount: (count) => String(count),
    seed: (seed) => `paper with seed ${seed}`,
    nextSeed: 'Another paper',
    start: 'Start the examination',
    stop: 'Stop',
    progress: (share) => `${(100 * share).toFixed(0)}% answered`,
    waiting: (hasShipped) =>
      `Not examined yet.${hasShipped ? ' Below are the scores of our own examination.' : ''}`,
    preparing: 'Preparing the model…',
    stopped: 'Stopped; there are no scores.',
    noModel: 'You have no model yet that can answer: train one above first.',
    done: (count) => `Done: ${count} questions, all answers computed here.`,
    groups: {
      mme: 'As in MME: yes or no, in pairs',
      mmbench: 'As in MMBench: one of four',
      rest: 'Others',
    },
    measures: {
      yesNo: 'accuracy',
      yesNoPairs: 'acc+',
      choice: 'one pass',
      circular: 'circular',
      open: 'open',
      captions: 'captions',
    },
    meanings: {
      yesNo: 'share of yes/no questions answered rightly',
      yesNoPairs: 'share of pairs with both right',
      choice: 'the options in their first order only',
      circular: 'right in all four rotations of the options',
      open: 'answers of one word',
      captions: 'every word right',
    },
    here: 'examined here',
    hereShort: 'here',
    oursShort: 'ours',
    published: (scenes) => `our scores (${scenes} scenes)`,
    publishedBadge: 'trained and examined by us',
    guessing: 'guessing',
    notHere: '—',
    noShipped: 'We have no scores of this model.',
    questions: 'Question by question',
    preview:
      'Some questions of such a paper. After the examination the model’s answers stand here.',
    kind: 'Kind',
    kinds: {
      all: 'all',
      yesNo: 'yes or no',
      choice: 'one of four, in four rotations',
      open: 'open',
      caption: 'captions',
    },
    onlyWrong: 'mistakes only',
    pageAt: ({ page, pages, count, wrong }) =>
      `page ${page + 1} of ${pages} · ${count} questions, ${wrong} answered wrongly`,
    previous: 'Previous',
    next: 'Next',
    columns: ['scene', 'question', 'right answer', 'the model’s answer'],
    wrong: 'wrong',
    noItems: 'There are no such questions.',
    noAnswer: 'not answered yet',
    table: { caption: 'Our scores and guessing', columns: ['measure', 'our score', 'guessing'] },
  },
};
