import type { Language } from '../language.ts';

export const EXERCISE_STRINGS: Record<
  Language,
  {
    right: string;
    wrong: string;
    notANumber: string;
    check: string;
    answer: string;
    solution: string;
    met: string;
    unmet: string;
    toDemo: string;
  }
> = {
  zh: {
    right: '对。',
    wrong: '不对。',
    notANumber: '请输入一个数，例如 196。',
    check: '检查',
    answer: '你的答案',
    solution: '答案与解释',
    met: '达成了。',
    unmet: '还没有达成：在演示里试试。',
    toDemo: '到演示去',
  },
  en: {
    right: 'Right.',
    wrong: 'Not so.',
    notANumber: 'Please enter a number, such as 196.',
    check: 'Check',
    answer: 'Your answer',
    solution: 'Answer and explanation',
    met: 'You did it.',
    unmet: 'Not yet: try it in the demo.',
    toDemo: 'Go to the demo',
  },
};
