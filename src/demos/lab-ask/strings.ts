import type { Language } from '../../language.ts';
import { decimal, percent } from '../../ui/numberText.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { answerText, questionText } from '../../world/language/readerText.ts';
import type { OwnModel as KeptModel } from '../../train/ownModels.ts';
import type { Question } from '../../world/question.ts';
import type { Split } from '../../world/split.ts';
import { MODEL_LABELS, ownModelLabel, SPLIT_NOTES, TUNING_LABELS } from '../labStrings.ts';
import type { ModelName } from '../labModels.ts';
import type { Derived } from './derive.ts';
import type { OwnList } from './ownList.ts';

export interface Strings {
  title: string;
  tryThis: string;
  scene: string;
  nextScene: string;
  split: Record<Split, string>;
  model: string;
  models: Record<ModelName, string>;
  /** What is to be said of the model that answers, if anything */
  whoAnswers: (derived: Derived) => string;
  /** Comes before the reason, in English, why a model cannot be used */
  reason: string;
  own: string;
  ownName: (name: string) => string;
  kept: (own: OwnList) => string;
  sizeAndDate: (model: KeptModel) => string;
  delete: string;
  reallyDelete: string;
  deleted: (name: string) => string;
  notDeleted: string;
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
  verdict: (derived: Derived) => string;
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

/** A share in whole percent. */
const whole = (share: number): string => `${(100 * share).toFixed(0)}%`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A date as far as the minute. */
const MINUTE: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

const texts = (language: Language) => ({
  question: (question: Question) => questionText(SMALL_WORLD, question, language),
  words: (words: readonly string[]) => answerText(SMALL_WORLD, words, language),
  percent,
  cosine: (value: number) => decimal(value, 2),
  models: MODEL_LABELS[language],
  ownName: (name: string) => ownModelLabel(name, language),
  sizeAndDate: ({ bytes, savedAt }: KeptModel) =>
    `${megabytes(bytes)} · ${new Date(savedAt).toLocaleString(language, MINUTE)}`,
  split: SPLIT_NOTES[language],
});

export const strings: Record<Language, Strings> = {
  zh: {
    ...texts('zh'),
    title: '随便问：它看到了什么，从哪里看到的',
    tryThis:
      '把场景里的一个物体换个颜色，再问它的颜色。然后换第一阶段之后的模型来答同一个问题，再换别的连接模块。',
    scene: '场景',
    nextScene: '换一个随机场景',
    model: '谁来回答',
    whoAnswers: ({ absence, own, tuning, heard }) => {
      if (absence?.kind === 'loading') return '正在读取你的模型…';
      const missing = own?.missing
        ? `这个浏览器里没有网址要的那个模型（${ownModelLabel(own.missing, 'zh')}）。`
        : '';
      if (absence?.kind === 'untrained') {
        return `${missing}这里没有你训练过、能回答问题的模型，先由我们第二阶段之后的模型回答。`;
      }
      if (absence) {
        return `${missing}你的模型不能用：它已损坏，或属于另一个版本。先由我们第二阶段之后的模型回答；重新训练一次，新的模型会取代它。`;
      }
      const instead = missing && `${missing}由你最新的模型回答。`;
      if (!tuning) return instead;
      const { method, task } = TUNING_LABELS.zh;
      const reaches = heard ? `你的问题也这样换过，它读到的是“${heard.join(' ')}”。` : '';
      return `${instead}这是你微调过的模型（${method[tuning.method]}），任务是${task[tuning.task]}，对错按新的说法算。${reaches}`;
    },
    reason: '原因（英文）：',
    own: '哪一个模型',
    kept: ({ kept, bytes }) =>
      kept.length > 0
        ? `管理这个浏览器里你的 ${kept.length} 个模型（共 ${megabytes(bytes)}）`
        : '这个浏览器里没有你的模型',
    delete: '删除',
    reallyDelete: '真的删除？',
    deleted: (name) => `已删除：${ownModelLabel(name, 'zh')}。`,
    notDeleted: '浏览器没有让本页删除它。',
    ask: '提问',
    yourQuestion: '你的问题（中文或英文）',
    suggestions: '或者问',
    unknown: (word) => `这个小世界里没有“${word}”这个词。`,
    meant: '你是不是想说',
    unclear: '每个词都认识，但合起来不是一个问题。试试下面的问法。',
    answer: '模型的回答',
    empty: '（什么也没说）',
    end: '结束',
    verdict: ({ verdict, tuning }) =>
      ({
        right: tuning
          ? '✓ 对。世界自己的检查，换成新的说法，给出同样的答案。'
          : '✓ 对。世界自己的检查给出同样的答案。',
        wrong: '✗ 错。',
        presupposes: '这个问题问的物体不在场景里，或不止一个：没有正确答案。',
      })[verdict],
    rightAnswer: (right) => `正确答案：${answerText(SMALL_WORLD, right, 'zh')}`,
    wrong: '错',
    candidates: ({ words, selected }) =>
      words[selected] ? `第 ${selected + 1} 个词的候选及其概率` : '回答之后的候选及其概率',
    attention: '这个词从图像的哪里来',
    attentionNote: ({ imageShare, softShare }) =>
      `它的注意力有 ${whole(imageShare)} 落在图像词元上，${softShare === undefined ? '' : `${whole(softShare)} 落在软提示上，`}其余落在文字上。`,
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
      'Give an object in the scene another colour and ask for it. Then let the model after stage 1 answer the same question, and those with other connectors.',
    scene: 'Scene',
    nextScene: 'Another random scene',
    model: 'Who answers',
    whoAnswers: ({ absence, own, tuning, heard }) => {
      if (absence?.kind === 'loading') return 'Reading your models…';
      const missing = own?.missing
        ? `The model that the address asks for (${ownModelLabel(own.missing, 'en')}) is not in this browser. `
        : '';
      if (absence?.kind === 'untrained') {
        return `${missing}No model that you trained and that can be asked is here; ours after stage 2 answers.`;
      }
      if (absence) {
        return `${missing}Your model cannot be used: it is corrupt, or of another version. Ours after stage 2 answers; train again, and the new model takes its place.`;
      }
      const instead = missing && `${missing}Your newest answers. `;
      if (!tuning) return instead.trimEnd();
      const { method, task } = TUNING_LABELS.en;
      const reaches = heard ? ` Your question was put so too: it reads “${heard.join(' ')}”.` : '';
      return `${instead}This is the model that you tuned (${method[tuning.method]}; task: ${task[tuning.task]}). What is right is judged in its new way of speaking.${reaches}`;
    },
    reason: ' The reason: ',
    own: 'Which one',
    kept: ({ kept, bytes }) =>
      kept.length > 0
        ? `Manage your models in this browser: ${kept.length} (${megabytes(bytes)})`
        : 'No model of yours is in this browser',
    delete: 'Delete',
    reallyDelete: 'Really delete?',
    deleted: (name) => `Deleted: ${ownModelLabel(name, 'en')}.`,
    notDeleted: 'The browser did not let this page delete it.',
    ask: 'Ask',
    yourQuestion: 'Your question, in English or Chinese',
    suggestions: 'Or ask',
    unknown: (word) => `This little world has no word “${word}”.`,
    meant: 'Did you mean',
    unclear: 'I know every word, but together they ask nothing. Try one of those below.',
    answer: 'The model answers',
    empty: '(nothing)',
    end: 'end',
    verdict: ({ verdict, tuning }) =>
      ({
        right: tuning
          ? '✓ Right: the world’s own check, put in the new way, gives the same answer.'
          : '✓ Right: the world’s own check gives the same answer.',
        wrong: '✗ Wrong.',
        presupposes:
          'What you ask about is not in the scene, or more than once: there is no right answer.',
      })[verdict],
    rightAnswer: (right) => `Right would be: ${answerText(SMALL_WORLD, right, 'en')}`,
    wrong: 'wrong',
    candidates: ({ words, selected }) =>
      words[selected]
        ? `Candidates for word ${selected + 1} and their probabilities`
        : 'Candidates after the answer and their probabilities',
    attention: 'Where in the image this word comes from',
    attentionNote: ({ imageShare, softShare }) =>
      `${whole(imageShare)} of its attention lies on image tokens, ${softShare === undefined ? '' : `${whole(softShare)} on the soft prompt, `}the rest on text.`,
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
