import type { Language } from '../language.ts';

/** The words of the pages that are made from data: corrections and glossary. */
export const CORRECTION_STRINGS: Record<
  Language,
  { statement: string; correction: string; reason: string; sources: string; separator: string }
> = {
  zh: { statement: '原文', correction: '更正', reason: '理由', sources: '依据', separator: '、' },
  en: {
    statement: 'The notes said',
    correction: 'Corrected',
    reason: 'Why',
    sources: 'Sources',
    separator: ', ',
  },
};

export const GLOSSARY_STRINGS: Record<
  Language,
  { aliases: string; explainedIn: string; separator: string }
> = {
  zh: { aliases: '又称', explainedIn: '详见', separator: '、' },
  en: { aliases: 'Also', explainedIn: 'Explained in', separator: ', ' },
};
