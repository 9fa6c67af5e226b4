import type { Language } from '../language.ts';

export const FOOTER_STRINGS: Record<Language, { text: string; code: string }> = {
  zh: {
    text: '文字与图：',
    code: '；代码：MIT。页面上的计算都在你的浏览器里完成，不向任何其他网站发出请求。',
  },
  en: {
    text: 'Text and figures: ',
    code: '; code: MIT. Everything is computed in your browser; no other site is asked for anything.',
  },
};
