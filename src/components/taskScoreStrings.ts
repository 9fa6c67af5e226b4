import type { Language } from '../language.ts';
import type { Measure } from './taskScores.ts';

interface Strings {
  caption: (scenes: number, gallery: number) => string;
  measure: string;
  model: string;
  guessing: string;
  /** Said of a score that chance explains. */
  noBetter: string;
  measures: Record<Measure, string>;
}

export const TASK_SCORE_STRINGS: Record<Language, Strings> = {
  zh: {
    caption: (scenes, gallery) =>
      `玩具模型在没见过的布局上的得分：每项 ${scenes} 个场景，检索从 ${gallery} 个候选里找。“随便猜”是拿别的场景的正确答案来交卷。`,
    measure: '任务与指标',
    model: '玩具模型',
    guessing: '随便猜',
    noBetter: '没学会',
    measures: {
      imageToText: '检索：由图找文 R@1',
      textToImage: '检索：由文找图 R@1',
      hits: '定位：Acc@0.5',
      iou: '定位：平均 IoU',
      caption: '描述：每个词都对',
      open: '问答：开放问题',
      yesNo: '问答：是非问题',
      answer: '常识推理：Q→A',
      rationale: '常识推理：QA→R',
      answerAndRationale: '常识推理：Q→AR',
      event: '事件：之前、意图、之后',
    },
  },
  en: {
    caption: (scenes, gallery) =>
      `The toy model on unseen layouts: ${scenes} scenes for each measure, ${gallery} candidates for retrieval. “Guessing” hands in the right answer to another scene.`,
    measure: 'Task and measure',
    model: 'Toy model',
    guessing: 'Guessing',
    noBetter: 'not learned',
    measures: {
      imageToText: 'Retrieval: image to text, R@1',
      textToImage: 'Retrieval: text to image, R@1',
      hits: 'Grounding: Acc@0.5',
      iou: 'Grounding: mean IoU',
      caption: 'Captions: every word right',
      open: 'Questions: open',
      yesNo: 'Questions: yes or no',
      answer: 'Commonsense: Q→A',
      rationale: 'Commonsense: QA→R',
      answerAndRationale: 'Commonsense: Q→AR',
      event: 'Events: before, intent, after',
    },
  },
};
