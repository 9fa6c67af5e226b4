import type { Language } from '../../language.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { answerText, questionText } from '../../world/language/readerText.ts';
import type { Question } from '../../world/question.ts';
import type { Split } from '../../world/split.ts';
import { MODEL_LABELS, SPLIT_NOTES } from '../labStrings.ts';
import type { ModelName } from '../labModels.ts';
import type { Derived } from './derive.ts';

export interface Strings {
  title: string;
  tryThis: string;
  scene: string;
  nextScene: string;
  split: Record<Split, string>;
  model: string;
  models: Record<ModelName, string>;
  noModel: string;
  ask: string;
  yourQuestion: string;
  suggestions: string;
  unknown: (word: string) => string;
  meant: string;
  unclear: string;
  question: (question: Question) => string;
  words: (words: readonly string[]) => string;
  answer: string;
  empty: string;
  end: string;
  verdict: Record<Derived['verdict'], string>;
  rightAnswer: (right: readonly string[]) => string;
  wrong: string;
  candidates: (derived: Derived) => string;
  percent: (share: number) => string;
  attention: string;
  attentionNote: (derived: Derived) => string;
  layer: string;
  head: string;
  mean: string;
  nearest: string;
  pickToken: string;
  tokenAt: (token: number) => string;
  nearestNote: (derived: Derived) => string;
  cosine: (value: number) => string;
  unplaced: string;
  table: { caption: string; columns: string[]; attention: string; nearest: string };
}

const texts = (language: Language) => ({
  question: (question: Question) => questionText(SMALL_WORLD, question, language),
  words: (words: readonly string[]) => answerText(SMALL_WORLD, words, language),
  percent: (share: number) =>
    share > 0 && share < 0.0005 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`,
  cosine: (value: number) => value.toFixed(2).replace('-', '−'),
  models: MODEL_LABELS[language],
  split: SPLIT_NOTES[language],
});

export const strings: Record<Language, Strings> = {
  zh: {
    ...texts('zh'),
    title: '随便问：它看到了什么，从哪里看到的',
    tryThis:
      '把场景里的一个物体换个颜色，再问它的颜色。然后把模型换成“第一阶段之后”，看同一个问题答得怎样。',
    scene: '场景',
    nextScene: '换一个随机场景',
    model: '谁来回答',
    noModel: '你还没有训练过模型，先由第二阶段之后的模型回答。',
    ask: '提问',
    yourQuestion: '你的问题（中文或英文）',
    suggestions: '或者问',
    unknown: (word) => `这个小世界里没有“${word}”这个词。`,
    meant: '你是不是想说',
    unclear: '每个词都认识，但合起来不是一个问题。试试下面的问法。',
    answer: '模型的回答',
    empty: '（什么也没说）',
    end: '结束',
    verdict: {
      right: '✓ 对。世界自己的检查给出同样的答案。',
      wrong: '✗ 错。',
      presupposes: '这个问题问的物体不在场景里，或不止一个：没有正确答案。',
    },
    rightAnswer: (right) => `正确答案：${answerText(SMALL_WORLD, right, 'zh')}`,
    wrong: '错',
    candidates: ({ words, selected }) =>
      words[selected] ? `第 ${selected + 1} 个词的候选及其概率` : '回答之后的候选及其概率',
    attention: '这个词从图像的哪里来',
    attentionNote: ({ imageShare }) =>
      `它的注意力有 ${(100 * imageShare).toFixed(0)} % 落在图像词元上，其余落在文字上。`,
    layer: '层',
    head: '头',
    mean: '平均',
    nearest: '每个图像词元最接近哪个词',
    pickToken: '选一个图像词元',
    tokenAt: (token) => `第 ${token + 1} 个图像词元`,
    nearestNote: ({ token }) => `第 ${token + 1} 个图像词元经过连接模块后，与各词嵌入的余弦：`,
    unplaced: '这种连接模块输出的词元不对应图像中的位置。',
    table: {
      caption: '回答、注意力与最接近的词',
      columns: ['量', '值'],
      attention: '对第几个图像词元的注意力',
      nearest: '最接近第几个图像词元的词',
    },
  },
  en: {
    ...texts('en'),
    title: 'Ask anything: what it saw, and where',
    tryThis:
      'Give an object in the scene another colour and ask for it. Then let the model “after stage 1” answer the same question.',
    scene: 'Scene',
    nextScene: 'Another random scene',
    model: 'Who answers',
    noModel: 'You have not trained a model yet; the one after stage 2 answers.',
    ask: 'Ask',
    yourQuestion: 'Your question, in English or Chinese',
    suggestions: 'Or ask',
    unknown: (word) => `This little world has no word “${word}”.`,
    meant: 'Did you mean',
    unclear: 'I know every word, but together they ask nothing. Try one of those below.',
    answer: 'The model answers',
    empty: '(nothing)',
    end: 'end',
    verdict: {
      right: '✓ Right: the world’s own check gives the same answer.',
      wrong: '✗ Wrong.',
      presupposes:
        'What you ask about is not in the scene, or more than once: there is no right answer.',
    },
    rightAnswer: (right) => `Right would be: ${answerText(SMALL_WORLD, right, 'en')}`,
    wrong: 'wrong',
    candidates: ({ words, selected }) =>
      words[selected]
        ? `Candidates for word ${selected + 1} and their probabilities`
        : 'Candidates after the answer and their probabilities',
    attention: 'Where in the image this word comes from',
    attentionNote: ({ imageShare }) =>
      `${(100 * imageShare).toFixed(0)} % of its attention lies on image tokens, the rest on text.`,
    layer: 'Layer',
    head: 'Head',
    mean: 'mean',
    nearest: 'The word nearest to each image token',
    pickToken: 'pick an image token',
    tokenAt: (token) => `image token ${token + 1}`,
    nearestNote: ({ token }) =>
      `Image token ${token + 1} after the connector: its cosine with the embeddings of words`,
    unplaced: 'The tokens of this connector stand for no place in the image.',
    table: {
      caption: 'Answer, attention and nearest words',
      columns: ['quantity', 'value'],
      attention: 'attention to image token',
      nearest: 'word nearest to image token',
    },
  },
};
