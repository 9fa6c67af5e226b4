import { FAMILIES } from './state.ts';
import type { Strings } from './strings.ts';
import { chosenOf, DATASETS, fixed, scoreOf, scoreText, texts } from './texts.ts';

const zh = texts('zh');

export const strings: Strings = {
  ...zh,
  title: '一个场景，六类任务，同一个模型作答',
  tryThis: '把红色圆形拖到别处，或让它换个方向，看六个答案哪些跟着变，哪些答错了。',
  families: '任务',
  family: {
    retrieval: '图文匹配与检索',
    grounding: '指代定位',
    caption: '图像描述',
    question: '视觉问答',
    reasoning: '视觉常识推理',
    event: '事件前后',
  },
  short: (family, { answers }) => {
    switch (family) {
      case 'retrieval':
        return zh.caption(answers.retrieval.texts.found[0].scene);
      case 'grounding':
        return `IoU ${fixed(answers.grounding.iou)}`;
      case 'caption':
        return zh.words(answers.caption.words);
      case 'question':
        return `${zh.questionText(answers.question.question)} → ${zh.words(answers.question.words)}`;
      case 'reasoning': {
        const { place, why } = chosenOf(answers.reasoning);
        return `接下来在${place === undefined ? '–' : zh.option(place)}，理由：${why ? zh.rationale(why) : '–'}`;
      }
      case 'event':
        return answers.event.answers.map(({ words }) => zh.words(words)).join(' → ');
    }
  },
  mark: { right: '✓', wrong: '✗', none: '–' },
  verdict: { right: '✓ 对', wrong: '✗ 错', none: '没有唯一的正确答案' },
  summary: ({ rightCount }) => `${FAMILIES.length} 类中答对 ${rightCount} 类。`,
  object: '问的是',
  question: '问题',
  input: '输入',
  output: '输出',
  rightAnswer: '正确答案',
  metric: '指标',
  inputText: (family, { object }) => {
    const name = zh.objectName(object);
    return {
      retrieval: '图片，和五条描述，其中一条对，两条只错一处；反过来，描述和五张图片',
      grounding: `图片，和“${name}”`,
      caption: '图片',
      question: '图片和问题',
      reasoning: `图片，和“${name}接下来会在哪里？”，四个地点；再给出正确的地点，问四个理由`,
      event: `图片，和“${name}”：之前在哪里，要做什么，之后在哪里`,
    }[family];
  },
  metricText: (family, { answers }) => {
    switch (family) {
      case 'retrieval':
        return '按模型判断“相符”的概率排序，看对的排在第几：R@1、R@5';
      case 'grounding':
        return `IoU = ${fixed(answers.grounding.iou)}，不小于 0.5 算找到`;
      case 'caption':
        return `${scoreText(answers.caption.score)}（按模型的词计算）`;
      case 'question':
        return '正确率';
      case 'reasoning':
        return '四项里取模型最可能写出的一项：Q→A、QA→R，两者都对才算 Q→AR';
      case 'event':
        return '三个答案各自是否正确';
    }
  },
  held: (family, held) => {
    const { value, guess } = scoreOf(family, held);
    const what = {
      retrieval: `${held.retrieval.gallerySize} 个里的 R@1（图找文）`,
      grounding: '找到的比例',
      caption: '一字不差的比例',
      question: '开放问题的正确率',
      reasoning: 'Q→AR',
      event: '正确率',
    }[family];
    return `没见过的场景上，${what}：${fixed(value)}（乱猜 ${fixed(guess)}）`;
  },
  dataset: '真实的数据集',
  datasets: DATASETS,
  texts: '图找文：每条描述“相符”的概率',
  images: '文找图',
  own: '对的',
  boxes: '模型的框（实线）与真实的框（虚线）',
  answers: '地点',
  rationales: '理由',
  chosen: '模型选',
  isRight: '正确',
  aspects: { before: '之前在', intent: '要', after: '之后在' },
  now: '现在',
  later: '之后（世界的事实）',
  measure: (size) => `在 ${size} 个没见过的场景上测 R@1 和 R@5`,
  measuring: (share) => `在算：${(100 * share).toFixed(0)}%`,
  failed: '没能取到模型文件，请再试一次。',
  measured: ({ imageToText, textToImage, guessing }) => [
    `图找文：R@1 ${fixed(imageToText.recall1.value)}，R@5 ${fixed(imageToText.recall5.value)}`,
    `文找图：R@1 ${fixed(textToImage.recall1.value)}，R@5 ${fixed(textToImage.recall5.value)}`,
    `乱猜：R@1 ${fixed(guessing.recall1)}，R@5 ${fixed(guessing.recall5)}`,
  ],
  table: { caption: '六类任务的答案', columns: ['任务', '模型的答案', '对错'] },
};
