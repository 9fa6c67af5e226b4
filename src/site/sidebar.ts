import { chapters } from '../markdown/chapters.ts';

const isRecap = (number: string) => /^[A-Z]$/.test(number);
const entry = ({ slug, zh, en }: (typeof chapters)[number]) => ({
  label: zh,
  translations: { en },
  slug,
});

/** Starlight's sidebar: the chapters, then the recaps that they lean on. */
export const sidebar = [
  {
    label: '章节',
    translations: { en: 'Chapters' },
    items: chapters.filter(({ number }) => !isRecap(number)).map(entry),
  },
  {
    label: '回顾',
    translations: { en: 'Recaps' },
    items: chapters.filter(({ number }) => isRecap(number)).map(entry),
  },
  {
    label: '附录',
    translations: { en: 'Appendix' },
    items: ['glossary', 'corrections'],
  },
];
